package org.labcast.services.client.typed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.labcast.fuzz.ReaderFuzz;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.service.PortName;
import org.labcast.services.client.CallResult;
import org.labcast.services.client.ToolFailedException;

/** What a tool prints as JSON is the declared value, or the tool has failed. */
class JsonFuzzTest {
    private static final PortName PORT = new PortName("Disks", "usage");

    @Test
    void isTheDeclaredValueOrAFailure() {
        ReaderFuzz.of("JSON that a tool prints")
                .texts(
                        List.of(
                                "{\"disks\":[{\"name\":\"sda\",\"used\":12,\"bytes\":99999999999,\"share\":0.5,\"full\":false}]}"))
                .words("null", "[]", "{}", "\"", "1e400", "-0", "NaN", "\\ud800")
                .refusesBy(ToolFailedException.class)
                .read(input -> {
                    CallResult printed = new CallResult(new HostName("lab-01"), Bytes.of(input), Bytes.utf8(""), 0, 0);
                    List<String> disks = Json.of(PORT, printed)
                            .field("disks")
                            .list(disk -> disk.field("name").text()
                                    + disk.field("used").intNumber()
                                    + disk.field("bytes").longNumber()
                                    + disk.field("share").doubleNumber()
                                    + disk.field("full").truth());
                    assertThat(disks).doesNotContainNull();
                });
    }
}
