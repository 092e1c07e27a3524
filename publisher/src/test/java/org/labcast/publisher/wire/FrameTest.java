package org.labcast.publisher.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameTest {
    private static final CommandRequest REQUEST = new CommandRequest(
            "build 1",
            "/home/ann/übung",
            List.of("push", "täsks.txt", "--where", "os = 'debian'", ""),
            List.of("in", "out"),
            Map.of("TERM", "xterm", "LABCAST_HOME", "/h"));

    private static Frame read(byte[] bytes) throws IOException {
        return Frame.read(Channels.newChannel(new ByteArrayInputStream(bytes)));
    }

    private static byte[] written(int kind, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Frame.write(Channels.newChannel(out), kind, content, 0, content.length);
        return out.toByteArray();
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        Frame frame = read(written(Frame.RUN, REQUEST.encode()));
        assertThat(frame.kind()).isEqualTo(Frame.RUN);
        assertThat(frame.version()).isEqualTo(Frame.VERSION);
        assertThat(CommandRequest.decode(frame.content())).isEqualTo(REQUEST);
    }

    /** Both sides of all versions must find length, version and kind here. */
    @Test
    void itsHeadStaysAsItIs() throws IOException {
        assertThat(written(Frame.REPLACED, new byte[] {7})).containsExactly(0, 0, 0, 3, 1, 22, 7);
    }

    @Test
    void endsBetweenFramesAndNotWithin() throws IOException {
        byte[] whole = written(Frame.OUT, new byte[100]);
        assertThat(read(new byte[0])).isNull();
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesALengthThatNobodySends() {
        for (int length : new int[] {-1, 0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 64 << 20}) {
            byte[] head = ByteBuffer.allocate(6).putInt(length).array();
            assertThatThrownBy(() -> read(head)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aDamagedRequestIsRefusedOrReadAndNeverCostsMoreThanItsLength() throws IOException {
        byte[] whole = REQUEST.encode();
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try {
                CommandRequest.decode(damaged);
            } catch (IOException e) {
                assertThat(e).isNotNull();
            }
        }
    }

    @Test
    void variablesThatMayBeSecretsAreLeftOut() throws IOException {
        CommandRequest all = new CommandRequest(
                "", "/", List.of(), List.of(), Map.of("AWS_SECRET", "x", "LC_ALL", "C", "PATH", "/bin"));
        assertThat(CommandRequest.decode(all.encode()).environment()).containsOnlyKeys("LC_ALL");
    }
}
