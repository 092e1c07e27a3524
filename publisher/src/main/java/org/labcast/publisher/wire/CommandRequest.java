package org.labcast.publisher.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A command as it was typed, and where.
 *
 * @param build of the program that was called; another one than the resident publisher's replaces it
 * @param folder to which relative paths belong
 * @param terminals which of {@code in}, {@code out} and {@code err} are terminals
 * @param environment those of {@link #passed} that are set
 */
public record CommandRequest(
        String build, String folder, List<String> arguments, List<String> terminals, Map<String, String> environment) {
    private static final Set<String> VARIABLES = Set.of("TERM", "COLUMNS", "LINES", "NO_COLOR", "LANG", "TZ");

    /** The variables that commands look at. All others stay where they are: they may hold secrets. */
    public static boolean passed(String variable) {
        return VARIABLES.contains(variable) || variable.startsWith("LC_") || variable.startsWith("LABCAST_");
    }

    public byte[] encode() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        write(out, build);
        write(out, folder);
        write(out, arguments);
        write(out, terminals);
        write(out, new ArrayList<>(environment.keySet()));
        write(out, new ArrayList<>(environment.values()));
        return bytes.toByteArray();
    }

    public static CommandRequest decode(byte[] content) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
        String build = read(in);
        String folder = read(in);
        List<String> arguments = readAll(in);
        List<String> terminals = readAll(in);
        List<String> names = readAll(in);
        List<String> values = readAll(in);
        if (names.size() != values.size()) {
            throw new IOException("an environment of names without values");
        }
        Map<String, String> environment = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (passed(names.get(i))) {
                environment.put(names.get(i), values.get(i));
            }
        }
        return new CommandRequest(build, folder, arguments, terminals, environment);
    }

    private static void write(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            write(out, text);
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static List<String> readAll(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(read(in));
        }
        return texts;
    }

    private static String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a text of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
