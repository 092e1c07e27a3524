package org.labcast.services.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Page page = Page.named("Test");
    private final Table table = page.panel("Ports").table("Open", List.of("port"));

    @Test
    @SuppressWarnings("unchecked")
    void rowsTakeThePlaceOfThoseBeforeAndTooManyAreCounted() {
        table.show(List.of(List.of("22")));
        table.show(IntStream.range(0, Table.ROWS + 3)
                .mapToObj(i -> List.of(String.valueOf(i)))
                .toList());
        Map<String, Object> shown =
                ((List<Map<String, Object>>) page.describe(0).get("widgets")).get(0);
        assertThat((List<List<String>>) shown.get("rows")).hasSize(Table.ROWS).startsWith(List.of("0"));
        assertThat(shown).containsEntry("left", 3);
    }
}
