package org.labcast.services.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class JsonWriterTest {
    /** Java's chars include halves of surrogate pairs and control characters. */
    @Property(tries = 300)
    void anyTextComesBack(@ForAll List<String> texts) throws IOException {
        String json = JsonWriter.write(Map.of("texts", texts));
        assertThat(new ObjectMapper().readValue(json, Map.class)).isEqualTo(Map.of("texts", texts));
    }
}
