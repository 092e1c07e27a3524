package org.labcast.correction.effect;

import java.util.Set;
import java.util.regex.Pattern;
import org.labcast.correction.shell.Word;

/** Which words may stand as an operand or a value of a kind. */
final class Operand {
    static final Set<String> GOALS = Set.of(
            "validate",
            "initialize",
            "compile",
            "test-compile",
            "test",
            "package",
            "verify",
            "install",
            "integration-test",
            "site",
            "clean");

    static final Set<String> SERVICE_VERBS = Set.of("start", "restart", "reload", "status");

    private static final String SED_ADDRESS = "(?:[0-9]+|\\$|/[^/\\\\\\n]*/)";
    private static final String SED_COMMAND =
            "(?:[pdq=]|[0-9]+q|s([#/|,:!@])(?:(?!\\1)[^\\\\\\n]|\\\\.)*+\\1(?:(?!\\1)[^\\\\\\n]|\\\\.)*+\\1[gpiI0-9]*)";
    private static final Pattern SED =
            Pattern.compile("(?:" + SED_ADDRESS + "(?:," + SED_ADDRESS + ")?)?!?" + SED_COMMAND);
    /** No pipe, no redirection, no call that runs or reads other than its operands. */
    private static final Pattern NOT_AWK = Pattern.compile("(?<!\\|)\\|(?!\\|)|>|system|getline|close|fflush|@|\\\\");

    private static final Pattern GUARDED = Pattern.compile(
            "/(?:proc|sys|dev|boot|run|bin|sbin|lib\\w*|usr/(?:s?bin|lib\\w*|local/s?bin)|root|etc/(?:sudoers|cron|pam|ssh|systemd|init|ld\\.so|profile"
                    + "|security|udev|polkit|apt|default|shadow|passwd|group|gshadow).*)(?:/.*)?|.*/\\.ssh(?:/.*)?|/etc/?|/"
                    + "|/\\.[^/]*|/force[^/]*|/fastboot|/var/(?:run|spool|lib/(?:systemd|dpkg|apt|polkit-1|AccountsService))(?:/.*)?|/usr/local/lib\\w*(?:/.*)?"
                    + "|/etc/(?:nologin|cloud|environment|modules|sysctl|modprobe|rc|alternatives|selinux|apparmor|dbus|X11|initramfs).*|/usr/?");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n]]");

    private Operand() {}

    static boolean fits(String value, OperandKind kind) {
        if (CONTROL.matcher(value).find()) {
            return false;
        }
        return switch (kind) {
            case TEXT -> true;
            // less and more take what begins with a plus for a command of theirs.
            case PATH -> !value.startsWith("+");
            case NEW -> !isGuarded(value);
            case PACKAGE ->
                value.matches("[A-Za-z0-9][A-Za-z0-9+.:_~@/-]*")
                        && !value.matches(".*(?:\\.(?:deb|rpm|apk)|://).*|.*-|.*\\+");
            case UNIT -> value.matches("[A-Za-z0-9][A-Za-z0-9@:_.\\\\-]*");
            case USER, GROUP -> value.matches("[a-z_][a-z0-9_.-]*\\$?");
            case HOST, NAME -> value.matches("[A-Za-z0-9_@/.:%+,{}-]*");
            case URL ->
                value.matches("(?:https?://)?[A-Za-z0-9.\\[][^\\s@]*") && !value.matches("(?i)(?!https?:)[a-z]+://.*");
            case NUMBER -> value.matches("[0-9.]+[smhdKMGkTP]?B?");
            case FORMAT -> value.startsWith("+");
            case SED -> SED.matcher(value).matches();
            case GOAL -> GOALS.contains(value);
            case ZONE -> value.matches("[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+){0,2}");
            case BRANCH -> value.matches("[A-Za-z0-9][A-Za-z0-9_/-]*");
            case LOCK_WAIT -> value.matches("(?i)DPkg::Lock::Timeout=\\d{1,4}");
            case SERVICE_VERB -> SERVICE_VERBS.contains(value);
            case RELEASE -> value.matches("/(?:etc/(?:os|lsb)-release|usr/lib/os-release)");
            // With a plus or a colon a branch here is written over; with two colons git runs a program for the
            // transport.
            case REF -> value.matches("[A-Za-z0-9][A-Za-z0-9_./-]*");
            case REPOSITORY -> !value.contains("::") && !value.startsWith("-");
            case AWK -> !NOT_AWK.matcher(value).find();
        };
    }

    /** Places whose files are the machine's own rules, or no files at all. */
    static boolean isGuarded(String path) {
        String plain = path.replaceAll("/+", "/");
        return plain.contains("..") || GUARDED.matcher(plain).matches();
    }

    /** Whether a pattern in an option's value can become nothing but the same option: files of such names begin with it as well. */
    static boolean isTameOption(Word word) {
        return word.text().matches("--[a-z][a-z-]*=[\\w.*?/,:@%+-]*");
    }

    /**
     * Whether a word that the shell expands can be nothing but one or more operands: what is unquoted and holds a variable may become
     * options, and so may a pattern at the beginning.
     *
     * @param anyOption whether options would do no harm either
     */
    static boolean isTame(Word word, boolean anyOption) {
        String text = word.text();
        if (text.contains("`") || text.contains("$(") || text.contains("<(") || text.contains(">(")) {
            return anyOption && !text.contains("(<");
        }
        if (anyOption) {
            return true;
        }
        boolean quoted = text.length() > 2 && text.startsWith("\"") && text.endsWith("\"");
        boolean variable = text.contains("$");
        char first = quoted ? text.charAt(1) : text.charAt(0);
        boolean beginsPlainly =
                Character.isLetterOrDigit(first) || first == '/' || first == '.' || first == '_' || first == '~';
        return beginsPlainly && (!variable || quoted);
    }
}
