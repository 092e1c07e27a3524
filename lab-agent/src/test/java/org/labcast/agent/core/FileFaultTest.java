package org.labcast.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

class FileFaultTest {
    /** What the kernel says of this device is what it says of a full disk. */
    @Test
    void aFullDiskIsCalledThat() throws IOException {
        try (FileChannel full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE)) {
            full.write(ByteBuffer.allocate(1));
        } catch (IOException e) {
            assertThat(FileFault.of(e)).isEqualTo("the disk is full");
            return;
        }
        throw new AssertionError("nothing can be written there");
    }
}
