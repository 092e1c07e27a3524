package org.labcast.services.generate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labcast.services.contract.ServicePort;
import org.labcast.services.contract.ValueType;

/** Writes what calls an interface's ports over a bus. */
final class ProxySource {
    private static final int COLUMN = 4;
    private static final int BODY = 8;

    private ProxySource() {}

    static String of(String packageName, JavaInterface type, String name) {
        String constants = type.methods().stream().map(ProxySource::constant).collect(Collectors.joining());
        String constructors = """
                /** Calls any host that offers it, on the terms of its description. */
                public %s(ServiceBus bus) {
                    this(Binding.of(bus));
                }

                /** Calls as the binding says: one host only, another timeout. */
                public %s(Binding binding) {
                    this.binding = binding;
                }
                """.formatted(name, name);
        Stream<String> members = Stream.of(constants, "private final Binding binding;\n", constructors);
        Stream<String> methods = type.methods().stream().map(ProxySource::method);
        String text = "/** Calls {@link " + type.name()
                + "} over a bus; the specs of its ports are those of the description. */\n"
                + "public final class " + name + " implements " + type.name() + " {\n"
                + Layout.in(Layout.blocks(Stream.concat(members, methods).toList()))
                + "}\n";
        return Layout.source(packageName, text);
    }

    private static String constant(JavaMethod method) {
        ServicePort port = method.port();
        List<String> elements = List.of(
                JavaText.literal(port.contract()),
                JavaText.literal(port.name()),
                JavaText.literal(port.spec()),
                JavaText.literal(port.signature().written()),
                Boolean.toString(port.terms().idempotent()));
        return Code.list("private static final RemotePort " + method.constant() + " = RemotePort.of(", elements, ");\n")
                .at(COLUMN);
    }

    private static String method(JavaMethod method) {
        return "@Override\n"
                + Code.list("public " + method.returns() + " " + method.name() + "(", method.declared(), ") {\n")
                        .at(COLUMN)
                + Layout.in(body(method))
                + "}\n";
    }

    private static String body(JavaMethod method) {
        List<Code> adding =
                method.parameters().stream().map(ProxySource::adding).toList();
        boolean none = adding.isEmpty();
        String arguments = none
                ? ""
                : "Arguments arguments = "
                        + new Code.Chain(Code.text("new Arguments()"), adding)
                                .at(BODY + "Arguments arguments = ".length())
                        + ";\n";
        return arguments + called(method, method.constant() + ", " + (none ? "new Arguments()" : "arguments") + ")");
    }

    private static String called(JavaMethod method, String called) {
        String call = "this.binding.call(" + called;
        return switch (method.decoder()) {
            case NOTHING -> call + ";\n";
            case TEXT -> "return " + call + ".text();\n";
            case LINES -> "return " + call + ".lines();\n";
            case EXIT_CODE -> "return " + call + ".exitCode();\n";
            case STREAM -> "return this.binding.open(" + called + ";\n";
            case JSON -> json(method, "this.binding.json(" + called);
        };
    }

    private static String json(JavaMethod method, String json) {
        return "return " + method.data().map(type -> type.read(json)).orElse(json) + ";\n";
    }

    private static Code adding(JavaMethod.JavaParameter parameter) {
        String value = parameter.name() + (parameter.parameter().type() instanceof ValueType.OneOf ? ".word()" : "");
        return Code.text(".add(" + JavaText.literal(parameter.parameter().name()) + ", " + value + ")");
    }
}
