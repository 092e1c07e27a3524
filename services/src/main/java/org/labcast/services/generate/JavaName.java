package org.labcast.services.generate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of descriptions as Java can have them. Only ASCII letters, digits and {@code _} come out of here. */
final class JavaName {
    private static final Pattern PACKAGE = Pattern.compile("[a-z_][a-z0-9_]*(?:\\.[a-z_][a-z0-9_]*+)*+");
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9_]*");

    /** The Java Language Specification 3.9, with those that are keywords in some places only. */
    private static final Set<String> KEYWORDS = Set.of(
            ("_ abstract assert boolean break byte case catch char class const continue default do double else enum exports extends "
                            + "false final finally float for goto if implements import instanceof int interface long module "
                            + "native new non null open opens package permits private protected provides public record requires "
                            + "return sealed short static strictfp super switch synchronized this throw throws to transient "
                            + "transitive true try uses var void volatile when while with yield")
                    .split(" "));

    private JavaName() {}

    /** Of a variable or a method: as it is, if Java can have it; {@code get-ports} is {@code getPorts}. */
    static String variable(String name) {
        String joined = joined(name);
        return KEYWORDS.contains(joined) ? joined + "_" : joined;
    }

    /** Of a type: the same with a capital. */
    static String type(String name) {
        return capital(variable(name));
    }

    /** Of a constant: {@code getPorts} is {@code GET_PORTS}, and {@code 1.0} is {@code _1_0}. */
    static String constant(String name) {
        String words = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("[^A-Za-z0-9]+", "_");
        return begun(words.toUpperCase(Locale.ROOT));
    }

    /** Of the package of a component of that name; {@code java} is Java's own. */
    static String packageOf(String component) {
        String name = variable(joined(component).toLowerCase(Locale.ROOT));
        return name.matches("javax?") ? name + "_" : name;
    }

    /** @throws GenerationException when the text is no package's name, or one of Java's own or of Labcast */
    static String checkedPackage(String name) {
        boolean words = Arrays.stream(name.split("\\.")).noneMatch(KEYWORDS::contains);
        if (!PACKAGE.matcher(name).matches() || !words || name.matches("(?:java|javax|org\\.labcast)(?:\\..*)?")) {
            throw new GenerationException(
                    "'" + name
                            + "' is no name for a package of yours: lower-case words with dots between them, as in lab.netmonitor");
        }
        return name;
    }

    static boolean isType(String name) {
        return TYPE.matcher(name).matches();
    }

    private static String joined(String name) {
        String[] words = name.split("[^A-Za-z0-9_]+");
        StringBuilder joined = new StringBuilder();
        for (String word : words) {
            joined.append(joined.isEmpty() ? word : capital(word));
        }
        return begun(joined.toString());
    }

    private static String begun(String name) {
        boolean good = !name.isEmpty() && !Character.isDigit(name.charAt(0)) && !name.equals("_");
        return good ? name : "_" + name + (name.isEmpty() || name.equals("_") ? "x" : "");
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
