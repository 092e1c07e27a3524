package org.labcast.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Random well-formed commands over the whole grammar. While they are put together, {@link #LINE} stands for a line end between tokens and
 * {@link #BODY} for the text of a here-document, which goes behind the next such line end.
 */
final class Scripts {
    private static final char LINE = '\uE000';
    private static final char BODY = '\uE001';
    private static final char BODY_END = '\uE002';
    private static final char INSIDE = '\uE003';
    private static final char VALUES = '\uE005';
    private static final char OUTSIDE = '\uE004';

    private final boolean bash;

    Scripts(Dialect dialect) {
        bash = dialect == Dialect.BASH;
    }

    /** One whole command, of one line or several. */
    Arbitrary<String> commands() {
        return list(3).map(Scripts::laidOut).filter(text -> !text.isEmpty());
    }

    private static Arbitrary<String> oneOf(String... texts) {
        return Arbitraries.of(texts);
    }

    @SafeVarargs
    private static Arbitrary<String> joined(Arbitrary<String>... parts) {
        return Combinators.combine(List.of(parts)).as(texts -> String.join("", texts));
    }

    private static Arbitrary<String> text(String text) {
        return Arbitraries.just(text);
    }

    private Arbitrary<String> blank() {
        return Arbitraries.frequency(
                net.jqwik.api.Tuple.of(8, " "), net.jqwik.api.Tuple.of(1, "\t "), net.jqwik.api.Tuple.of(1, " \\\n  "));
    }

    /** A line end where the grammar allows any number of them. */
    private Arbitrary<String> lines() {
        return oneOf(
                " ", LINE + "", LINE + "  ", " # it's a \"comment\" (" + LINE, LINE + "# `and` $(more" + LINE + "\t");
    }

    private Arbitrary<String> separator() {
        return oneOf("; ", ";" + LINE, LINE + "", " & ", " # don't" + LINE, LINE + "" + LINE);
    }

    private Arbitrary<String> word(int depth) {
        Arbitrary<String> plain = oneOf(
                "a",
                "-x",
                "b.c",
                "/srv/x*",
                "~",
                "it\\'s",
                "\\\"",
                "a\\ b",
                "if",
                "done",
                "}",
                "{",
                "!",
                "x#y",
                "=",
                "a=b",
                "[",
                "]",
                "$x",
                "$1",
                "$#",
                "$$",
                "${x}",
                "${#x}",
                "${x:-a b}",
                "${x%%'}'}",
                "${x:=\"}\"}",
                "{a,b}",
                "é",
                "\\\n a",
                "\\(",
                "\\;");
        Arbitrary<String> quoted = oneOf(
                "'a b'",
                "'it is \"so\"'",
                "'a\nb'",
                "'$(x'",
                "'`'",
                "\"a b\"",
                "\"it's\"",
                "\"a\nb\"",
                "\"\\\"\"",
                "\"a\\\nb\"",
                "\"${x:-a}\"",
                "\"#\"",
                "\"<<E\"",
                "''",
                "'\\'",
                "\"\\\\\"",
                "'#'",
                "\"${x#\"}\"}\"");
        Arbitrary<String> flat = bash
                ? Arbitraries.oneOf(
                        plain,
                        quoted,
                        oneOf(
                                "$'it\\'s'",
                                "$'a\nb'",
                                "${x//\\//_}",
                                "${x^^}",
                                "${a[@]}",
                                "$\"a\"",
                                "${x/\"/\"/b}",
                                "$[1 + 2]"))
                : Arbitraries.oneOf(plain, quoted);
        if (depth == 0) {
            return flat;
        }
        Arbitrary<String> inner = Arbitraries.lazy(() -> list(depth - 1));
        Arbitrary<String> small = Arbitraries.lazy(() -> word(depth - 1));
        Arbitrary<String> nested = Arbitraries.oneOf(
                joined(text("$(" + INSIDE), lines(), inner, text(OUTSIDE + " )")),
                joined(text("\"$(" + INSIDE), inner, text(OUTSIDE + ")\"")),
                joined(text("$(" + INSIDE + "case a in a) "), inner, text(OUTSIDE + ";; (b) esac)")),
                joined(text("\"${x:-"), small.filter(word -> word.matches("[\\w$. -]+")), text("}\"")),
                oneOf(
                        "`id`",
                        "\"`echo \\\"a b\\\"`\"",
                        "`echo \\`id\\``",
                        "$((1 + (2)))",
                        "$(( x << 2 ))",
                        "$(($(echo 1)))",
                        "$((1 +\n2))"),
                joined(small, flat));
        if (bash) {
            nested = Arbitraries.oneOf(nested, joined(text("<(" + INSIDE), inner, text(OUTSIDE + ")")));
        }
        return Arbitraries.oneOf(flat, flat, flat, nested);
    }

    private Arbitrary<String> redirection(int depth) {
        Arbitrary<String> document = Arbitraries.of(
                "<<E" + BODY + "it's \"$x\n E\nE" + BODY_END,
                "<<'E F'" + BODY + "$(\n`\n${\nE F" + BODY_END,
                "<<-\\E" + BODY + "\t(\n\tE" + BODY_END,
                " 0<< \"E\"" + BODY + "E" + BODY_END,
                "<<E" + BODY + "a \\\nE\n$(id)\nE" + BODY_END);
        Arbitrary<String> plain = oneOf(">/dev/null", "2>&1", "< f", ">> \"a b\"", "3<&-", ">|x", "2>'a\nb'");
        return bash
                ? Arbitraries.oneOf(plain, plain, document, oneOf("&>f", "<<< 'a\nb'", "{fd}<f", "< <(id)"))
                : Arbitraries.oneOf(plain, plain, document);
    }

    private Arbitrary<String> simple(int depth) {
        Arbitrary<String> name =
                oneOf("id", "echo", "/bin/ls", "'if'", "\\do", "[", ":", ".", "e\\\ncho", "exit", "my-tool", "sudo");
        Arbitrary<String> assignments = bash
                ? oneOf("", "", "", "A=1 ", "A=\"a b\" B='c' ", "A=$(id) ", "a+=x ", "b[1]=2 ")
                : oneOf("", "", "", "A=1 ", "A=\"a b\" B='c' ", "A=$(id) ");
        Arbitrary<String> arguments = Arbitraries.oneOf(
                        joined(blank(), word(depth)),
                        joined(blank(), word(depth)),
                        joined(text(" "), redirection(depth)))
                .list()
                .ofMaxSize(3)
                .map(parts -> String.join("", parts));
        Arbitrary<String> array =
                joined(text("a=(" + VALUES), lines(), word(0), lines(), word(0), lines(), text(OUTSIDE + ")"));
        Arbitrary<String> usual = joined(assignments, name, arguments);
        return bash ? Arbitraries.oneOf(usual, usual, usual, usual, usual, array) : usual;
    }

    private Arbitrary<String> command(int depth) {
        if (depth == 0) {
            return simple(0);
        }
        Arbitrary<String> inner = Arbitraries.lazy(() -> list(depth - 1));
        Arbitrary<String> end = separator().filter(one -> !one.contains("&"));
        Arbitrary<String> block = joined(text("{"), lines(), inner, end, text("}"));
        Arbitrary<String> compound = Arbitraries.oneOf(
                block,
                joined(text("("), lines(), inner, oneOf("", LINE + ""), text(")")),
                joined(text("if "), inner, end, text("then"), lines(), inner, end, text("fi")),
                joined(
                        text("if "),
                        inner,
                        end,
                        text("then "),
                        inner,
                        end,
                        text("elif "),
                        inner,
                        end,
                        text("then "),
                        inner,
                        end,
                        text("else"),
                        lines(),
                        inner,
                        end,
                        text("fi")),
                joined(oneOf("while ", "until"), lines(), inner, end, text("do"), lines(), inner, end, text("done")),
                joined(
                        text("for i in "),
                        word(0),
                        text(" done if"),
                        end,
                        text("do"),
                        lines(),
                        inner,
                        end,
                        text("done")),
                joined(text("for i"), oneOf("; ", " ", LINE + ""), text("do "), inner, end, text("done")),
                joined(
                        text("case "),
                        word(0),
                        oneOf(" ", LINE + ""),
                        text("in"),
                        lines(),
                        oneOf("(", ""),
                        oneOf("a", "'b)'", "*|c", "if"),
                        text(")"),
                        lines(),
                        inner,
                        oneOf(";; ", LINE + ";;" + LINE),
                        oneOf("", "x ) ;;" + LINE),
                        text("esac")),
                joined(oneOf("f()", "f ( )"), lines(), block));
        if (bash) {
            compound = Arbitraries.oneOf(
                    compound,
                    compound,
                    Arbitraries.oneOf(
                            joined(oneOf("function f ", "function f() "), block),
                            joined(text("for ((i = 0; i < (3); i++)); do "), inner, end, text("done")),
                            joined(text("select x in a b; do "), inner, end, text("done")),
                            oneOf(
                                    "[[ -f x && ( $a == b* ||" + LINE + " $c =~ ^(a|b)$ ) ]]",
                                    "((x = 1 + (2)))",
                                    "[[ ! \"a\nb\" < $c ]]")));
        }
        Arbitrary<String> redirected =
                joined(compound, oneOf("", "", " >f", " 2>&1 < /dev/null", " <<E" + BODY + "x\nE" + BODY_END));
        return Arbitraries.oneOf(simple(depth), simple(depth), simple(depth), redirected);
    }

    private Arbitrary<String> list(int depth) {
        Arbitrary<String> operator =
                oneOf(" && ", " || ", " | ", " &&" + LINE, " |" + LINE + "  ", " || # or" + LINE, "|", "&&");
        Arbitrary<String> one = joined(oneOf("", "", "", "", "! "), command(depth));
        return Arbitraries.oneOf(one, one, joined(one, operator, command(depth)), joined(one, oneOf("; ", " & "), one));
    }

    /** Puts the here-documents where they belong; empty when there is no such place. */
    static String laidOut(String written) {
        StringBuilder text = new StringBuilder();
        Deque<Deque<String>> awaited = new ArrayDeque<>();
        awaited.push(new ArrayDeque<>());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == BODY) {
                int end = written.indexOf(BODY_END, i);
                awaited.peek().add(written.substring(i + 1, end));
                i = end;
            } else if (c == VALUES && !awaited.peek().isEmpty()) {
                return "";
            } else if (c == INSIDE || c == VALUES) {
                awaited.push(new ArrayDeque<>());
            } else if (c == OUTSIDE) {
                if (!awaited.pop().isEmpty()) {
                    return "";
                }
            } else if (c == LINE) {
                text.append('\n')
                        .append(bodies(awaited.peek()))
                        .append(awaited.peek().isEmpty() ? "" : "\n");
                awaited.peek().clear();
            } else {
                text.append(c);
            }
        }
        if (!awaited.peek().isEmpty()) {
            text.append('\n').append(bodies(awaited.peek()));
        }
        return text.toString();
    }

    private static String bodies(Deque<String> awaited) {
        return awaited.stream().collect(Collectors.joining("\n"));
    }
}
