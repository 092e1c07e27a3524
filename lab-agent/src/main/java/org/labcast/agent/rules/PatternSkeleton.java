package org.labcast.agent.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * Which character of a pattern can follow which: its position automaton (Glushkov, 1961).
 *
 * <p>It is made before RE2 compiles the pattern, since RE2 writes repetitions out and {@code ((a{1000}){1000}){1000}} would not fit
 * into any memory. What RE2 would refuse is read in some way or other: RE2 says what is wrong with it.
 */
final class PatternSkeleton {
    /** Pieces that take up no character. */
    private static final java.util.regex.Pattern FLAGS = java.util.regex.Pattern.compile("\\(\\?[a-zA-Z-]*+\\)");

    private static final java.util.regex.Pattern GROUP =
            java.util.regex.Pattern.compile("\\((?:\\?P?<\\w*+>|\\?[a-zA-Z-]*+:)?");
    private static final java.util.regex.Pattern CHARACTER_CLASS = java.util.regex.Pattern.compile(
            "\\[\\^?+\\]?+(?:\\[:\\^?+\\w++:\\]|\\\\.|[^\\]\\\\])*+\\]", java.util.regex.Pattern.DOTALL);
    private static final java.util.regex.Pattern ESCAPE = java.util.regex.Pattern.compile(
            "\\\\(?:[pPx]\\{[^}]*+\\}|[pP].|x..|[0-7]{1,3}+|.)", java.util.regex.Pattern.DOTALL);
    private static final java.util.regex.Pattern REPEAT =
            java.util.regex.Pattern.compile("(?:([*+?])|\\{(\\d{1,6}+)(?:(,)(\\d{0,6}+))?+\\})\\??+");
    private static final java.util.regex.Pattern IGNORE_CASE = java.util.regex.Pattern.compile("\\(\\?[a-zA-Z]*i");
    /** Stands for itself; most of a pattern does, and asking RE2 about each character would take long. */
    private static final java.util.regex.Pattern PLAIN = java.util.regex.Pattern.compile("[\\w /=:,'\"@#%~-]");
    /** ASCII, and one that stands for all other characters. */
    private static final int SYMBOLS = 129;

    private final String text;
    private final boolean foldsCase;
    private final List<BitSet> symbols = new ArrayList<>();
    private final List<BitSet> follow = new ArrayList<>();
    private final Map<String, BitSet> known = new HashMap<>();
    private final long size;
    private int at;
    private boolean doubled;

    /**
     * A piece of the pattern.
     *
     * @param varies whether it can match texts of more than one shape
     * @param size characters and choices when repetitions are written out
     */
    private record Part(boolean nullable, boolean varies, BitSet first, BitSet last, long size) {
        static final Part NOTHING = new Part(true, false, new BitSet(), new BitSet(), 0);
    }

    PatternSkeleton(String text) {
        this.text = text;
        this.foldsCase = IGNORE_CASE.matcher(text).find();
        this.size = choice().size();
    }

    /** Steps of RE2's program, about. */
    long size() {
        return size;
    }

    /** Number of characters, classes and the like in the pattern. */
    int positions() {
        return symbols.size();
    }

    /** Whether something is repeated in two ways at once, as in {@code (a+)+}. */
    boolean doubled() {
        return doubled;
    }

    BitSet follow(int position) {
        return follow.get(position);
    }

    /** Whether some character fits both. */
    boolean overlap(int a, int b) {
        return symbols.get(a).intersects(symbols.get(b));
    }

    private Part choice() {
        Part all = sequence();
        while (at < text.length() && text.charAt(at) == '|') {
            at++;
            Part other = sequence();
            all = new Part(
                    all.nullable || other.nullable,
                    true,
                    union(all.first, other.first),
                    union(all.last, other.last),
                    all.size + other.size + 1);
        }
        return all;
    }

    private Part sequence() {
        Part all = Part.NOTHING;
        while (at < text.length() && "|)".indexOf(text.charAt(at)) < 0) {
            all = join(all, repeated());
        }
        return all;
    }

    private Part join(Part a, Part b) {
        connect(a.last, b.first);
        return new Part(
                a.nullable && b.nullable,
                a.varies || b.varies,
                a.nullable ? union(a.first, b.first) : a.first,
                b.nullable ? union(a.last, b.last) : b.last,
                a.size + b.size);
    }

    private Part repeated() {
        Part part = atom();
        for (MatchResult repeat = next(REPEAT); repeat != null; repeat = next(REPEAT)) {
            boolean counted = repeat.group(2) != null;
            int least = counted ? Integer.parseInt(repeat.group(2)) : "+".equals(repeat.group(1)) ? 1 : 0;
            boolean open =
                    counted ? ",".equals(repeat.group(3)) && repeat.group(4).isEmpty() : !"?".equals(repeat.group(1));
            int most = !counted ? 1 : repeat.group(3) == null || open ? least : Integer.parseInt(repeat.group(4));
            part = repeated(part, least, most, open);
        }
        return part;
    }

    private Part repeated(Part part, int least, int most, boolean open) {
        boolean varies = open || most > least;
        if ((open || most > 1) && (varies || part.varies)) {
            doubled |= part.nullable;
            connect(part.last, part.first);
        }
        return new Part(
                part.nullable || least == 0,
                part.varies || varies,
                part.first,
                part.last,
                (part.size + 1) * Math.max(1, open ? least + 1 : most));
    }

    /** An edge that is there already is a second way to do the same. */
    private void connect(BitSet from, BitSet to) {
        from.stream().forEach(position -> {
            doubled |= follow.get(position).intersects(to);
            follow.get(position).or(to);
        });
    }

    private Part atom() {
        char c = text.charAt(at);
        if (text.startsWith("\\Q", at)) {
            return literal();
        }
        if (c == '^' || c == '$' || next(FLAGS) != null) {
            at += c == '(' ? 0 : 1;
            return Part.NOTHING;
        }
        if (c == '(') {
            next(GROUP);
            Part inner = choice();
            at = Math.min(at + 1, text.length());
            return inner;
        }
        int start = at;
        if ((c != '[' || next(CHARACTER_CLASS) == null) && (c != '\\' || next(ESCAPE) == null)) {
            at = text.offsetByCodePoints(at, 1);
        }
        String atom = text.substring(start, at);
        return List.of("\\b", "\\B", "\\A", "\\z").contains(atom) ? Part.NOTHING : leaf(atom);
    }

    private Part literal() {
        int end = text.indexOf("\\E", at);
        String quoted = text.substring(at + 2, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + 2;
        return quoted.codePoints()
                .mapToObj(c -> leaf(Pattern.quote(Character.toString(c))))
                .reduce(Part.NOTHING, this::join);
    }

    private Part leaf(String atom) {
        BitSet position = new BitSet();
        position.set(symbols.size());
        symbols.add(known.computeIfAbsent(atom, this::matches));
        follow.add(new BitSet());
        return new Part(false, false, position, position, 1);
    }

    private BitSet matches(String atom) {
        BitSet fits = new BitSet(SYMBOLS);
        if (PLAIN.matcher(atom).matches()) {
            fits.set(foldsCase ? Character.toUpperCase(atom.charAt(0)) : atom.charAt(0));
            fits.set(foldsCase ? Character.toLowerCase(atom.charAt(0)) : atom.charAt(0));
            return fits;
        }
        try {
            Pattern pattern = Pattern.compile((foldsCase ? "(?is)" : "(?s)") + atom);
            for (int c = 0; c < SYMBOLS - 1; c++) {
                fits.set(c, pattern.matches(Character.toString(c)));
            }
            fits.set(SYMBOLS - 1, pattern.matches("\u00e9") || !atom.matches("[\\x00-\\x7f&&[^{]]*"));
        } catch (PatternSyntaxException e) {
            fits.set(0, SYMBOLS);
        }
        return fits;
    }

    private @Nullable MatchResult next(java.util.regex.Pattern piece) {
        java.util.regex.Matcher matcher = piece.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher.toMatchResult();
    }

    private static BitSet union(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.or(b);
        return both;
    }
}
