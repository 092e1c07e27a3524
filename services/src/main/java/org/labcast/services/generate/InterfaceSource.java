package org.labcast.services.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.labcast.services.contract.Decoder;
import org.labcast.services.contract.ServicePort;

/** Writes an interface of services: what there is to call, documented, and the types that it speaks of. */
final class InterfaceSource {
    private static final int COLUMN = 4;

    private InterfaceSource() {}

    static String of(String packageName, JavaInterface type) {
        List<String> members = Stream.of(
                        type.methods().stream().map(InterfaceSource::method),
                        type.records().stream().map(RecordSource::of),
                        type.enums().stream().map(EnumSource::of))
                .flatMap(all -> all)
                .toList();
        String text = JavaText.comment(
                        List.of("The interface " + JavaText.code(type.contract())
                                + ". Whoever offers it is found when a method is called."),
                        List.of())
                + "public interface " + type.name() + " {\n"
                + Layout.in(Layout.blocks(members))
                + "}\n";
        return Layout.source(packageName, text);
    }

    private static String method(JavaMethod method) {
        return comment(method)
                + Code.list(method.returns() + " " + method.name() + "(", method.declared(), ");\n")
                        .at(COLUMN);
    }

    private static String comment(JavaMethod method) {
        ServicePort port = method.port();
        List<String> paragraphs = new ArrayList<>();
        String documentation = JavaText.documentation(port.metadata().documentation());
        paragraphs.add(
                documentation.isEmpty()
                        ? "What the description calls " + JavaText.code(port.fullName()) + "."
                        : documentation);
        paragraphs.add("Signature: "
                + JavaText.code(port.name() + "(" + port.signature().written() + ")") + ".");
        if (port.terms().idempotent()) {
            paragraphs.add(
                    method.decoder() == Decoder.STREAM
                            ? "Goes on with another provider when its own is lost; what was on its way then is missing."
                            : "Tried again with another provider when its own is lost.");
        }
        return JavaText.comment(paragraphs, tags(method));
    }

    private static List<String> tags(JavaMethod method) {
        List<String> tags = new ArrayList<>();
        method.parameters()
                .forEach(one -> tags.add("@param " + one.name() + " "
                        + JavaText.code(one.parameter().type().written())));
        if (!method.returns().equals("void")) {
            tags.add("@return " + returned(method));
        }
        tags.add(
                "@throws ServiceException of the kind that says what went wrong: no provider, timed out, not allowed, bad arguments,"
                        + " tool failed, provider lost");
        return tags;
    }

    private static String returned(JavaMethod method) {
        return switch (method.decoder()) {
            case TEXT -> "what the tool wrote to its standard output";
            case LINES -> "the lines of what the tool wrote to its standard output";
            case EXIT_CODE -> "the tool's exit code";
            case JSON -> "what the tool printed as JSON";
            case STREAM -> "the lines as they come; closing it ends the tool";
            case NOTHING -> "";
        };
    }
}
