package org.labcast.agent.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/** Patterns from files, which never take longer than the text is long: RE2/J matches them, in time linear in both. */
final class Patterns {
    static final int LONGEST = 1_000;
    private static final int LARGEST = 2_000;
    /** The words of a command with one blank between them, up to the end of one of the words. */
    private static final String COMMAND = "\\A(?:%s)(?:\\z| )";

    private static final java.util.regex.Pattern BEGINNING = java.util.regex.Pattern.compile("[\\w-]+(?![\\w-*+?{])");

    private Patterns() {}

    /** For {@link CommandWords}: from the command's name to the end of a word. */
    static Optional<Pattern> command(YamlItem.Text text, RuleFaults faults) {
        return compile(text, COMMAND, faults);
    }

    /** For a line of the output: anywhere in it. */
    static Optional<Pattern> line(YamlItem.Text text, RuleFaults faults) {
        return compile(text, "%s", faults);
    }

    /** What every command that the pattern matches begins with; empty when it may begin in several ways. */
    static String beginning(YamlItem.Text text) {
        java.util.regex.Matcher plain = BEGINNING.matcher(text.value());
        return text.value().indexOf('|') < 0 && plain.lookingAt() ? plain.group() : "";
    }

    /** @param frame into which the pattern is put; it must be one on its own, too */
    private static Optional<Pattern> compile(YamlItem.Text text, String frame, RuleFaults faults) {
        Place place = text.place();
        if (text.value().length() > LONGEST) {
            faults.add(place, "The pattern is longer than " + LONGEST + " characters; make two rules of it.");
            return Optional.empty();
        }
        PatternSkeleton skeleton = new PatternSkeleton(text.value());
        if (skeleton.size() > LARGEST) {
            faults.add(
                    place, "The pattern is too large when its repetitions are written out; lower the numbers in { }.");
            return Optional.empty();
        }
        try {
            Pattern.compile(text.value());
            Pattern pattern = Pattern.compile(frame.replace("%s", text.value()));
            if (Ambiguity.isExponential(skeleton)) {
                faults.add(
                        place,
                        "The pattern can read one text in very many ways, as (a+)+ or (a|a)* can; let each repetition begin or end"
                                + " with something that the rest of it cannot match, as in (?: +[^ ]+)*.");
                return Optional.empty();
            }
            return Optional.of(pattern);
        } catch (PatternSyntaxException e) {
            faults.add(
                    place,
                    "The pattern is not understood: " + e.getDescription() + " '" + e.getPattern()
                            + "'; patterns are those of RE2, which have no look-around and no references back.");
            return Optional.empty();
        }
    }
}
