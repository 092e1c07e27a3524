package org.labcast.correction.rule.line;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** {@code journalctl --since 1 hour ago}: a value of several words was written without quotes, and the tool read them apart. */
public final class UnquotedValue implements Rule {
    /**
     * @param refused what the tool says to the words that are left over
     * @param option whose value it is; the value may stand in the same word, behind an equals sign
     * @param part what may be a word of such a value
     */
    private record Place(Set<String> tools, Pattern refused, Pattern option, Pattern part) {}

    private static final Pattern TIME =
            Pattern.compile("(?i)[+-]?\\d{1,4}|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}:\\d\\d(?::\\d\\d)?"
                    + "|(?:sec|second|min|minute|hour|day|week|fortnight|month|year)s?|[smhdw]|ago|now|today|yesterday|tomorrow|next|last|this"
                    + "|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
                    + "|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
                    + "|nov(?:ember)?|dec(?:ember)?)|noon|midnight|[ap]m|utc");
    private static final Pattern NAME = Pattern.compile("[\\p{Lu}][\\p{L}.'-]{0,40}");
    private static final List<Place> PLACES = List.of(
            new Place(
                    Set.of("journalctl", "coredumpctl"),
                    Pattern.compile("Failed to (?:parse timestamp|add match)"),
                    Pattern.compile("--since|--until|-S|-U"),
                    TIME),
            new Place(
                    Set.of("date"),
                    Pattern.compile("^date: extra operand"),
                    Pattern.compile("-d|--date|-s|--set"),
                    TIME),
            new Place(
                    Set.of("find"),
                    Pattern.compile("paths must precede expression|cannot figure out how to interpret"),
                    Pattern.compile("-newer[aBcm]t"),
                    TIME),
            new Place(Set.of("timedatectl"), Pattern.compile("^Too many arguments"), Pattern.compile("set-time"), TIME),
            new Place(
                    Set.of("useradd", "usermod", "adduser"),
                    Pattern.compile("^Usage: |Only one or two names"),
                    Pattern.compile("-c|--comment|--gecos"),
                    NAME));

    @Override
    public String name() {
        return "unquoted_value";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return PLACES.stream()
                .filter(place -> place.tools().contains(context.command().tool())
                        && context.says().find(place.refused()).isPresent())
                .flatMap(place -> quoted(context, place).stream())
                .limit(1)
                .map(mended -> Suggestion.safe(mended, "It is one value, so it belongs in quotes."))
                .toList();
    }

    private static Optional<String> quoted(FailureContext context, Place place) {
        List<Word> args = context.command().args();
        return Stream.iterate(0, i -> i < args.size(), i -> i + 1)
                .filter(i -> place.option()
                        .matcher(args.get(i).value().replaceFirst("=.*", ""))
                        .matches())
                .findFirst()
                .flatMap(at -> quoted(context, place, args, at));
    }

    private static Optional<String> quoted(FailureContext context, Place place, List<Word> args, int at) {
        Word option = args.get(at);
        int equals = option.text().indexOf('=');
        List<Word> parts = args.subList(at + 1, args.size()).stream()
                .takeWhile(word ->
                        word.bare() && place.part().matcher(word.value()).matches())
                .toList();
        boolean first = equals < 0
                || place.part().matcher(option.text().substring(equals + 1)).matches();
        int several = equals < 0 ? 2 : 1;
        if (!first || !option.bare() || parts.size() < several) {
            return Optional.empty();
        }
        int start = equals < 0 ? parts.get(0).start() : option.start() + equals + 1;
        int end = parts.get(parts.size() - 1).end();
        return Optional.of(context.mended(
                new Edit(start, end, '"' + context.script().text().substring(start, end) + '"')));
    }
}
