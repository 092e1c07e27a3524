package org.labcast.agent.conf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.labcast.agent.core.FileFault;
import org.labcast.model.InvalidValueException;
import org.labcast.text.Printable;

/** A file of lines {@code key = value}; blank lines and lines that begin with {@code #} are skipped. */
final class ConfFile {
    private final Path file;
    private final Map<String, Setting> settings = new LinkedHashMap<>();

    private record Setting(String value, int line) {}

    private ConfFile(Path file) {
        this.file = file;
    }

    static ConfFile read(Path file, Set<String> known) {
        ConfFile conf = new ConfFile(file);
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                conf.add(lines.get(i).strip(), i + 1, known);
            }
            return conf;
        } catch (NoSuchFileException e) {
            throw new ConfException(
                    "This host has not joined a lab: there is no " + file + "; 'lab-agent join INVITATION' writes it.");
        } catch (IOException e) {
            throw new ConfException("Cannot read " + file + ": " + FileFault.of(e) + ".");
        }
    }

    private void add(String line, int number, Set<String> known) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int equals = line.indexOf('=');
        String key = equals < 0 ? line : line.substring(0, equals).strip();
        if (equals < 0 || !known.contains(key)) {
            throw wrong(number, "'" + Printable.of(key) + "' is not a setting; there are " + String.join(", ", known));
        }
        if (settings.putIfAbsent(key, new Setting(line.substring(equals + 1).strip(), number)) != null) {
            throw wrong(number, key + " is set twice");
        }
    }

    <T> T get(String key, Function<String, T> reader) {
        Setting setting = settings.get(key);
        if (setting == null || setting.value().isEmpty()) {
            throw new ConfException(file + ": " + key + " is not set; add a line '" + key + " = ...'.");
        }
        return read(key, setting, reader);
    }

    <T> T get(String key, T otherwise, Function<String, T> reader) {
        Setting setting = settings.get(key);
        return setting == null ? otherwise : read(key, setting, reader);
    }

    private <T> T read(String key, Setting setting, Function<String, T> reader) {
        try {
            return reader.apply(setting.value());
        } catch (InvalidValueException e) {
            throw wrong(setting.line(), key + ": " + e.getMessage());
        }
    }

    private ConfException wrong(int line, String what) {
        return new ConfException(file + ", line " + line + ": " + what + ".");
    }
}
