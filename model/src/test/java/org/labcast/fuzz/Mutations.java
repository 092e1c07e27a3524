package org.labcast.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What damage and malice make of well-formed inputs: the same for the same seed. */
final class Mutations {
    /** Beyond it a longer input shows nothing new, in bytes. */
    private static final int LONGEST = 200_000;

    private static final int DEEP = 3_000;
    private static final int[] DEPTHS = {2, 60, DEEP, 20_000};
    private static final byte[] TELLING = {0, 1, '\t', '\n', '\r', 27, ' ', '"', '\'', '\\', '`', 0x7f, -128, -62, -1};
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "255",
            "65536",
            "2147483647",
            "2147483648",
            "-2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "1e999999999",
            "00",
            "9".repeat(400));
    private static final List<Pair> BRACKETS = List.of(
            new Pair("(", ")"),
            new Pair("[", "]"),
            new Pair("{", "}"),
            new Pair("<", ">"),
            new Pair("{\"a\":", "}"),
            new Pair("$(", ")"),
            new Pair("\"$(", ")\""),
            new Pair("${a:-", "}"),
            new Pair("`", "`"),
            new Pair("$((", "))"),
            new Pair("{ ", "; }"),
            new Pair("if ", "; then :; fi"));

    private record Pair(String open, String close) {}

    private final List<byte[]> inputs;
    private final List<String> words;
    private final SplittableRandom random;

    /**
     * @param inputs well-formed ones
     * @param words that mean something to the reader, such as its keywords
     */
    Mutations(List<byte[]> inputs, List<String> words, long seed) {
        this.inputs = inputs;
        this.words = words;
        this.random = new SplittableRandom(seed);
    }

    /** One of the inputs with one to four changes. */
    byte[] next() {
        byte[] bytes = any();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            bytes = changed(bytes);
        }
        return bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
    }

    private byte[] changed(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = from + random.nextInt(Math.min(bytes.length - from, 1 + random.nextInt(80)) + 1);
        return switch (random.nextInt(10)) {
            case 0 -> flipped(bytes);
            case 1 -> written(bytes, from);
            case 2 -> replaced(bytes, from, to, new byte[0]);
            case 3 -> random.nextBoolean() ? Arrays.copyOf(bytes, from) : Arrays.copyOfRange(bytes, from, bytes.length);
            case 4 -> replaced(bytes, from, to, repeated(Arrays.copyOfRange(bytes, from, to)));
            case 5 -> spliced(bytes, from);
            case 6 -> enlarged(bytes, from);
            case 7 -> nested(bytes, from, to);
            case 8 -> moved(bytes, from, to);
            default ->
                words.isEmpty() ? flipped(bytes) : replaced(bytes, from, random.nextBoolean() ? from : to, word());
        };
    }

    private byte[] any() {
        return inputs.get(random.nextInt(inputs.size()));
    }

    private byte[] word() {
        return words.get(random.nextInt(words.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] flipped(byte[] bytes) {
        byte[] copy = bytes.clone();
        for (int flips = 1 + random.nextInt(3); flips > 0 && copy.length > 0; flips--) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    /** Up to four bytes overwritten, as where a length stands. */
    private byte[] written(byte[] bytes, int from) {
        byte[] copy = bytes.clone();
        byte value = TELLING[random.nextInt(TELLING.length)];
        Arrays.fill(copy, from, Math.min(copy.length, from + 1 + random.nextInt(4)), value);
        return copy;
    }

    private byte[] repeated(byte[] slice) {
        int times = random.nextInt(8) == 0 ? 1 + random.nextInt(DEEP) : 2;
        return new String(slice, StandardCharsets.ISO_8859_1)
                .repeat(Math.min(times, LONGEST / Math.max(1, slice.length)))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] spliced(byte[] bytes, int from) {
        byte[] other = any();
        int at = random.nextInt(other.length + 1);
        return replaced(bytes, from, bytes.length, Arrays.copyOfRange(other, at, other.length));
    }

    /** The next decimal number, or else four bytes. */
    private byte[] enlarged(byte[] bytes, int from) {
        int start = from;
        while (start < bytes.length && !isDigit(bytes[start])) {
            start++;
        }
        int end = start;
        while (end < bytes.length && isDigit(bytes[end])) {
            end++;
        }
        byte[] number = NUMBERS.get(random.nextInt(NUMBERS.size())).getBytes(StandardCharsets.US_ASCII);
        return start == bytes.length ? written(bytes, from) : replaced(bytes, start, end, number);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private byte[] nested(byte[] bytes, int from, int to) {
        int depth = DEPTHS[random.nextInt(DEPTHS.length)];
        Pair pair = BRACKETS.get(random.nextInt(BRACKETS.size()));
        // Around a slice of the input itself: that is how its own constructs come to nest.
        boolean own = random.nextInt(3) == 0;
        byte[] open = own ? Arrays.copyOfRange(bytes, from, to) : pair.open().getBytes(StandardCharsets.UTF_8);
        byte[] close = own ? new byte[0] : pair.close().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < depth && all.size() < LONGEST; i++) {
            all.writeBytes(open);
        }
        all.write(bytes, from, to - from);
        for (int i = 0; i < depth && random.nextInt(20 * DEEP) != 0 && all.size() < 2 * LONGEST; i++) {
            all.writeBytes(close);
        }
        return replaced(bytes, from, to, all.toByteArray());
    }

    private byte[] moved(byte[] bytes, int from, int to) {
        byte[] slice = Arrays.copyOfRange(bytes, from, to);
        byte[] without = replaced(bytes, from, to, new byte[0]);
        int at = random.nextInt(without.length + 1);
        return replaced(without, at, at, slice);
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] with) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(bytes.length + with.length);
        all.write(bytes, 0, from);
        all.writeBytes(with);
        all.write(bytes, to, bytes.length - to);
        return all.toByteArray();
    }
}
