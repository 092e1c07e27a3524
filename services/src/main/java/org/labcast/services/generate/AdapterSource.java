package org.labcast.services.generate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what does an interface with the tools of the machine that it runs on. It carries the description as it is, as an
 * installation on a host does, so that a call becomes an argument list by the same code.
 */
final class AdapterSource {
    /** The code that puts so many together fits into one method. */
    private static final int LINES = 4000;

    private AdapterSource() {}

    static String of(String packageName, JavaInterface type, String proxy, String name, String description) {
        String fields = """
                private final LocalServices tools = new LocalServices(%s.PORTS);
                private final %s calls = new %s(this.tools);
                """.formatted(description, type.name(), proxy);
        Stream<String> methods = type.methods().stream().map(AdapterSource::method);
        String close = """
                /** Ends the tools that run. */
                @Override
                public void close() {
                    this.tools.close();
                }
                """;
        String text = "/** Does {@link " + type.name() + "} with the tools of this machine, without a lab. */\n"
                + "public final class " + name + " implements " + type.name() + ", AutoCloseable {\n"
                + Layout.in(Layout.blocks(Stream.of(Stream.of(fields), methods, Stream.of(close))
                        .flatMap(all -> all)
                        .toList()))
                + "}\n";
        return Layout.source(packageName, text);
    }

    private static String method(JavaMethod method) {
        String values =
                method.parameters().stream().map(JavaMethod.JavaParameter::name).collect(Collectors.joining(", "));
        return "@Override\n"
                + Code.list("public " + method.returns() + " " + method.name() + "(", method.declared(), ") {\n")
                        .at(4)
                + "    " + (method.returns().equals("void") ? "" : "return ") + "this.calls." + method.name() + "("
                + values + ");\n}\n";
    }

    /** Writes the class that holds the description. */
    static String description(String packageName, String name, String file, String text) {
        List<String> lines =
                Arrays.stream(text.split("\n", -1)).map(JavaText::literal).toList();
        if (lines.size() > LINES) {
            throw new GenerationException(
                    file + " has more than " + LINES + " lines, which is more than a program can hold; divide it");
        }
        String all = String.join(",\n            ", lines);
        String source = """
                /** The description of the services, as it was when this was generated. */
                public final class %s {
                    /** What it offers. A {@code LocalServices} of them is a bus on which the tools of this machine answer. */
                    public static final List<ServicePort> PORTS = LocalServices.described(%s, String.join(
                            "\\n",
                            %s));

                    private %s() {}
                }
                """.formatted(name, JavaText.literal(file), all, name);
        return Layout.source(packageName, source);
    }
}
