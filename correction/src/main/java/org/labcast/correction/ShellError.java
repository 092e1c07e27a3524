package org.labcast.correction;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line in which a shell, or a script that it reads, says what it could not do.
 *
 * <p>The one place that knows how dash, bash, busybox ash, ksh and zsh begin such a line, with and without their path and the number
 * of a line, and what the C library and bash say in other languages than English (glibc 2.36 and bash 5.2, their catalogues).
 *
 * @param program who speaks, such as {@code sh}, {@code /usr/bin/sh} or {@code install.sh}
 * @param line in its input, from 1; 0 where it names none
 * @param subject what it speaks of: a command, a path; empty where the message has none
 * @param message what is the matter, as it was printed
 */
public record ShellError(String program, int line, String subject, String message, Kind kind) {
    /** What is the matter. */
    public enum Kind {
        COMMAND_NOT_FOUND,
        PERMISSION_DENIED,
        NO_SUCH_FILE,
        SYNTAX,
        BAD_SUBSTITUTION,
        ILLEGAL_OPTION,
        OTHER
    }

    private static final Pattern SHELL = Pattern.compile("(?:\\S*/)?(?:ba|da|a|z|k|mk)?sh");
    private static final Pattern LINE = Pattern.compile("^-?([^\\s:]{1,200}): ?(?:-c: )?"
            + "(?:(?:line|Zeile|ligne|l\u00ednea|riga|linha|regel|linia|rad|wiersz|\u0441\u0442\u0440\u043e\u043a\u0430) )?"
            // dash says what a redirection of a command that it was given by eval could not open, as a job's shell
            // gives them
            + "(?:(\\d{1,9}) ?: ?)?(?:eval: )?(.*)$");
    /** dash and busybox say first what they could not do with the file; zsh names it last. */
    private static final Pattern CANNOT =
            Pattern.compile("^(?:cannot|can't) (?:create|open|overwrite)(?: existing file)? (.+?)(?:: (.+))?$");

    private static final Pattern SUBJECT_LAST =
            Pattern.compile("(?i)^(command not found|permission denied|no such file or directory|file exists): (.+)$");
    private static final Pattern SUBJECT_FIRST = Pattern.compile("^(.+?)\u00a0? ?: (.+)$");

    private static final Map<Kind, List<String>> MESSAGES = Map.of(
            Kind.COMMAND_NOT_FOUND,
            List.of(
                    "not found",
                    "command not found",
                    "kommando nicht gefunden",
                    "befehl nicht gefunden",
                    "commande introuvable",
                    "orden no encontrada",
                    "comando non trovato",
                    "comando n\u00e3o encontrado",
                    "opdracht niet gevonden",
                    "nie znaleziono polecenia",
                    "kommandot finns inte",
                    "p\u0159\u00edkaz nenalezen",
                    "\u043a\u043e\u043c\u0430\u043d\u0434\u0430 \u043d\u0435 \u043d\u0430\u0439\u0434\u0435\u043d\u0430"),
            Kind.PERMISSION_DENIED,
            List.of(
                    "permission denied",
                    "keine berechtigung",
                    "permission non accord\u00e9e",
                    "permiso denegado",
                    "permesso negato",
                    "permiss\u00e3o negada",
                    "permiss\u00e3o recusada",
                    "toegang geweigerd",
                    "brak dost\u0119pu",
                    "\u00e5tkomst nekas",
                    "p\u0159\u00edstup odm\u00edtnut",
                    "\u043e\u0442\u043a\u0430\u0437\u0430\u043d\u043e \u0432 \u0434\u043e\u0441\u0442\u0443\u043f\u0435"),
            Kind.NO_SUCH_FILE,
            List.of(
                    "no such file or directory",
                    "no such file",
                    "nonexistent directory",
                    "directory nonexistent",
                    "datei oder verzeichnis nicht gefunden",
                    "aucun fichier ou dossier de ce type",
                    "aucun fichier ou dossier de ce nom",
                    "no existe el fichero o el directorio",
                    "no existe el archivo o el directorio",
                    "file o directory non esistente",
                    "arquivo ou diret\u00f3rio inexistente",
                    "ficheiro ou diretoria inexistente",
                    "bestand of map bestaat niet",
                    "nie ma takiego pliku ani katalogu",
                    "filen eller katalogen finns inte",
                    "adres\u00e1\u0159 nebo soubor neexistuje",
                    "\u043d\u0435\u0442 \u0442\u0430\u043a\u043e\u0433\u043e \u0444\u0430\u0439\u043b\u0430 \u0438\u043b\u0438 \u043a\u0430\u0442\u0430\u043b\u043e\u0433\u0430"));

    private static final Map<String, Kind> KINDS = MESSAGES.entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(message -> Map.entry(message, entry.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** What a shell says, or a script where the line has a number; empty when it is neither's. */
    public static Optional<ShellError> of(String printed) {
        Matcher said = LINE.matcher(printed);
        if (!said.matches()) {
            return Optional.empty();
        }
        boolean numbered = said.group(2) != null;
        if (!numbered && !SHELL.matcher(said.group(1)).matches()) {
            return Optional.empty();
        }
        return Optional.of(of(said.group(1), numbered ? Integer.parseInt(said.group(2)) : 0, said.group(3)));
    }

    private static ShellError of(String program, int line, String text) {
        Matcher cannot = CANNOT.matcher(text);
        if (cannot.matches()) {
            String message = cannot.group(2) == null ? "" : cannot.group(2);
            return new ShellError(program, line, cannot.group(1), message, kind(message));
        }
        Matcher last = SUBJECT_LAST.matcher(text);
        if (last.matches()) {
            return new ShellError(program, line, last.group(2), last.group(1), kind(last.group(1)));
        }
        if (kind(text) != Kind.OTHER) {
            return new ShellError(program, line, "", text, kind(text));
        }
        int colon = text.lastIndexOf(": ");
        Kind kind = colon < 0 ? Kind.OTHER : kind(text.substring(colon + 2));
        Matcher first = SUBJECT_FIRST.matcher(text);
        if (kind == Kind.OTHER) {
            return first.matches()
                    ? new ShellError(program, line, first.group(1), first.group(2), kind(first.group(2)))
                    : new ShellError(program, line, "", text, Kind.OTHER);
        }
        return new ShellError(program, line, text.substring(0, colon).stripTrailing(), text.substring(colon + 2), kind);
    }

    private static Kind kind(String message) {
        String plain = message.toLowerCase(Locale.ROOT).strip();
        Kind known = KINDS.get(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain);
        if (known != null) {
            return known;
        }
        if (plain.startsWith("syntax error") || plain.startsWith("unexpected eof")) {
            return Kind.SYNTAX;
        }
        if (plain.startsWith("illegal option") || plain.startsWith("invalid option")) {
            return Kind.ILLEGAL_OPTION;
        }
        return plain.equals("bad substitution") ? Kind.BAD_SUBSTITUTION : Kind.OTHER;
    }

    /** All that shells and their scripts say in what was printed, at most {@value ToolOutput#LINES} of each stream. */
    public static Stream<ShellError> all(ToolOutput says) {
        return says.lines().stream().flatMap(line -> of(line).stream());
    }

    /** Whether the line, a shell's or a wrapper's such as sudo's, ends in saying that there is no such command. */
    static boolean saysNotFound(String line, String name) {
        if (!line.contains(name)) {
            return false;
        }
        String end = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
        int colon = end.lastIndexOf(": ");
        if (colon < 0) {
            return false;
        }
        if (end.endsWith("command not found: " + name)) {
            return true;
        }
        String before = end.substring(0, colon).stripTrailing();
        return kind(end.substring(colon + 2)) == Kind.COMMAND_NOT_FOUND
                && (before.equals(name) || before.endsWith(" " + name));
    }

    /** Whether the shell itself speaks, not a script that it reads. */
    public boolean byShell() {
        return SHELL.matcher(program).matches();
    }

    /** Whether the program is a plain POSIX shell, which does not understand bash's additions. */
    public boolean byPosixShell() {
        return byShell() && program.matches("(?:.*/)?(?:da|a)?sh");
    }
}
