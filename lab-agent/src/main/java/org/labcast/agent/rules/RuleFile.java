package org.labcast.agent.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.labcast.agent.core.FileFault;

/**
 * What was read from one file.
 *
 * @param rules those without a fault; they are used only when the whole file has none
 * @param effects the same of effect rows
 */
record RuleFile(Path path, List<LabRule> rules, List<LabEffect> effects, List<RuleFault> faults) {
    private static final int LARGEST = 1_000_000;

    RuleFile {
        rules = List.copyOf(rules);
        effects = List.copyOf(effects);
        faults = List.copyOf(faults);
    }

    /** Reads a file; whatever is wrong with it is in {@link #faults}. */
    static RuleFile read(Path path) {
        RuleFaults faults = new RuleFaults(path);
        List<LabRule> rules = List.of();
        List<LabEffect> effects = List.of();
        try {
            Optional<YamlItem> content = YamlReader.read(text(path), faults);
            rules = content.map(item -> RuleReader.read(item, faults)).orElse(List.of());
            effects = content.map(item -> EffectReader.read(item, faults)).orElse(List.of());
        } catch (UnreadableException e) {
            faults.add(e.place(), e.getMessage());
        }
        return new RuleFile(path, rules, effects, faults.all());
    }

    static RuleFile refused(Path path, String sentence) {
        return new RuleFile(path, List.of(), List.of(), List.of(new RuleFault(path, Place.START, sentence)));
    }

    /** With one fault more. */
    RuleFile with(Place place, String sentence) {
        RuleFaults more = new RuleFaults(path);
        faults.forEach(fault -> more.add(fault.place(), fault.sentence()));
        more.add(place, sentence);
        return new RuleFile(path, rules, effects, more.all());
    }

    private static String text(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new UnreadableException(
                        Place.START, "The file is larger than " + LARGEST + " bytes; divide it among several.");
            }
            return utf8(bytes);
        } catch (IOException e) {
            throw new UnreadableException(Place.START, "The file cannot be read: " + FileFault.of(e) + ".");
        }
    }

    private static String utf8(byte[] bytes) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), text, true);
        String read = text.flip().toString();
        if (result.isError()) {
            throw new UnreadableException(Place.behind(read), "This is not UTF-8; save the file in that encoding.");
        }
        return read.startsWith("\ufeff") ? read.substring(1) : read;
    }
}
