package org.labcast.correction.rule.general;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.UsageWords;
import org.labcast.correction.shell.Word;

/**
 * The words that a tool knows, as it lists them itself.
 *
 * @param certain whether the list is of just the place where the unknown word stood
 */
record KnownWords(List<String> words, boolean certain) {
    private static final KnownWords NONE = new KnownWords(List.of(), false);

    /** Tools that do not list their words in their help, to the query that does. */
    private static final Map<String, String> LISTS = Map.of(
            "gradle", "tasks",
            "gradlew", "tasks",
            "gulp", "--tasks-simple",
            "pyenv", "commands",
            "rbenv", "commands",
            "nodenv", "commands",
            "goenv", "commands",
            "gem", "help commands",
            "cargo", "--list");

    /** In case that neither the tool nor the machine says; adb(1) of platform-tools 34, GNU coding standards 7.2.6 for make. */
    private static final Map<String, String> BY_HEART = Map.of(
            "adb",
            "backup bugreport connect devices disable-verity disconnect emu enable-verity exec-out forward get-devpath get-serialno"
                    + " get-state help install install-multiple jdwp keygen kill-server logcat mdns pair pull push reboot reconnect remount"
                    + " restore reverse root run-as shell sideload start-server sync tcpip uninstall unroot usb version wait-for-device",
            "make",
            "all install uninstall clean distclean mostlyclean check test build dist docs html install-strip installcheck tags");

    static KnownWords printed(FailureContext context) {
        List<String> printed = UsageWords.of(context.says().lines());
        KnownWords known = byHeart(context);
        // The usage of adb has its commands in sections without a heading that says so.
        List<String> all = Stream.of(printed, known.certain() ? known.words() : List.<String>of())
                .flatMap(List::stream)
                .distinct()
                .toList();
        return all.isEmpty() ? known : new KnownWords(all, true);
    }

    private static KnownWords byHeart(FailureContext context) {
        String tool = context.command().tool();
        return Optional.ofNullable(BY_HEART.get(tool))
                .map(words -> new KnownWords(List.of(words.split(" ")), !tool.equals("make")))
                .orElse(NONE);
    }

    /** Of the output or the machine, together where both have some. */
    static KnownWords of(FailureContext context, Word unknown) {
        List<String> printed = UsageWords.of(context.says().lines());
        List<String> path = path(context, unknown);
        List<String> answered = path.isEmpty() ? List.of() : answered(context, String.join(" ", path));
        boolean nothing = printed.isEmpty() && answered.isEmpty();
        List<String> general = nothing || path.isEmpty() ? general(context) : List.of();
        List<String> all = Stream.of(printed, answered, general)
                .flatMap(List::stream)
                .distinct()
                .toList();
        return all.isEmpty() ? byHeart(context) : new KnownWords(all, general.isEmpty() || path.isEmpty());
    }

    /** The subcommands before the unknown word. */
    private static List<String> path(FailureContext context, Word unknown) {
        return context.command().operands().stream()
                .takeWhile(word -> !word.equals(unknown))
                .map(Word::value)
                .filter(value -> value.matches("[a-z][a-z-]{1,30}"))
                .limit(3)
                .toList();
    }

    private static List<String> general(FailureContext context) {
        List<String> words = new ArrayList<>(answered(context, ""));
        Optional.ofNullable(LISTS.get(context.command().tool()))
                .flatMap(query -> answer(context, query))
                .ifPresent(words::addAll);
        return words;
    }

    private static List<String> answered(FailureContext context, String subcommands) {
        boolean script = context.runs("npm") && subcommands.matches("ru[a-z-]*");
        return answer(context, script ? "run-script" : (subcommands + " --help").strip())
                .orElse(List.of());
    }

    /** Asked by the name as it was typed, so that a script of the directory is never taken for a tool of the system. */
    private static Optional<List<String>> answer(FailureContext context, String query) {
        Word tool = context.command().nameWord();
        return tool.literal()
                ? context.facts()
                        .answer(tool.value() + " " + query)
                        .map(text -> UsageWords.of(text.lines().toList()))
                : Optional.empty();
    }
}
