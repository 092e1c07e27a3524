package org.labcast.services.generate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.labcast.services.contract.DataType;
import org.labcast.services.contract.Decoder;
import org.labcast.services.contract.ValueType;

/** Writes the face of an application that has none of its own: a form for each port, and a place for its results. */
final class PageSource {
    private static final int BODY = 8;

    private PageSource() {}

    static String of(String packageName, Application app) {
        List<String> methods = IntStream.range(0, app.ports().size())
                .mapToObj(i -> method(app, app.ports().get(i), "port" + (i + 1)))
                .toList();
        String calls = IntStream.range(0, app.ports().size())
                .mapToObj(i -> "port" + (i + 1) + "(page, app);\n")
                .collect(Collectors.joining());
        String build = "@Override\npublic void build(Page page, " + app.name() + " app) {\n" + Layout.in(calls) + "}\n";
        String text = "/** A panel for each port of the application: a form, and what comes back. */\n"
                + "public final class " + app.page() + " implements " + app.gui() + " {\n"
                + Layout.in(Layout.blocks(
                        Stream.concat(Stream.of(build), methods.stream()).toList()))
                + "}\n";
        return Layout.source(packageName, text);
    }

    private static String method(Application app, Application.Port port, String name) {
        String lines = """
                Panel panel = page.panel(%s);
                %s%s""".formatted(JavaText.literal(port.port().name()), results(port), action(port));
        return "private static void " + name + "(Page page, " + app.name() + " app) {\n" + Layout.in(lines) + "}\n";
    }

    /** Where results go: the window that all share, or one of the port's own; records go to a table. */
    private static String results(Application.Port port) {
        if (columns(port).isEmpty()) {
            return "Log results = " + (port.shared() ? "page.window(Page.RESULTS_WINDOW)" : "panel.log(\"Results\")")
                    + ";\n";
        }
        List<String> headers = columns(port).stream()
                .map(column -> JavaText.literal(column.field()))
                .toList();
        Code list = Code.list("List.of(", headers, ")");
        return new Code.Group("Table results = panel.table(", List.of(Code.text("\"Results\""), list), ");\n").at(BODY);
    }

    private static String action(Application.Port port) {
        Code title = Code.text(JavaText.literal(port.provider().name()));
        Code form = Code.list(
                "List.of(",
                port.method().parameters().stream().map(PageSource::input).toList(),
                ")");
        return port.method().decoder() == Decoder.STREAM
                ? new Code.Group("panel.stream(", List.of(title, form, opening(port), Code.text("results")), ");\n")
                        .broken(BODY)
                : new Code.Group("panel.form(", List.of(title, form, shown(port)), ");\n").broken(BODY);
    }

    private static Code call(Application.Port port) {
        return Code.list(
                "app." + port.field() + "." + port.method().name() + "(",
                port.method().parameters().stream().map(one -> value(port, one)).toList(),
                ")");
    }

    private static Code opening(Application.Port port) {
        return Code.text("values -> {\n    ServiceStream stream = " + call(port).at(BODY + 12)
                + ";\n    return LineSource.of(stream, stream::dropped);\n}");
    }

    private static String input(JavaMethod.JavaParameter parameter) {
        String name = JavaText.literal(parameter.parameter().name());
        if (parameter.parameter().type() instanceof ValueType.OneOf oneOf) {
            return "Input.choice(" + name + ", List.of("
                    + oneOf.words().stream().map(JavaText::literal).collect(Collectors.joining(", ")) + "))";
        }
        return switch ((ValueType.Simple) parameter.parameter().type()) {
            case STRING -> "Input.text(" + name + ", \"\")";
            case INT, LONG -> "Input.integer(" + name + ", \"\")";
            case DOUBLE -> "Input.decimal(" + name + ", \"\")";
            case BOOLEAN -> "Input.flag(" + name + ", false)";
            case STRINGS -> "Input.list(" + name + ")";
        };
    }

    private static String value(Application.Port port, JavaMethod.JavaParameter parameter) {
        String name = "(" + JavaText.literal(parameter.parameter().name()) + ")";
        if (parameter.parameter().type() instanceof ValueType.OneOf) {
            return port.type().name() + "." + parameter.type() + ".of(values.text" + name + ")";
        }
        return switch ((ValueType.Simple) parameter.parameter().type()) {
            case STRING -> "values.text" + name;
            case INT -> "values.integer" + name;
            case LONG -> "values.longInteger" + name;
            case DOUBLE -> "values.decimal" + name;
            case BOOLEAN -> "values.flag" + name;
            case STRINGS -> "values.list" + name + ".toArray(String[]::new)";
        };
    }

    private static Code shown(Application.Port port) {
        Code call = call(port);
        if (!columns(port).isEmpty()) {
            return new Code.Group("values -> results.show(", List.of(rows(port, call)), ")");
        }
        return switch (port.method().decoder()) {
            case NOTHING ->
                Code.text("values -> {\n    " + Layout.in(call.at(BODY + 12)).strip()
                        + ";\n    results.line(\"done\");\n}");
            case TEXT -> new Code.Group("values -> results.text(", List.of(call), ")");
            case LINES -> new Code.Group("values -> ", List.of(call), ".forEach(results::line)");
            case EXIT_CODE -> new Code.Group("values -> results.line(\"exit code \" + ", List.of(call), ")");
            case JSON, STREAM -> new Code.Group("values -> results.line(String.valueOf(", List.of(call), "))");
        };
    }

    private static Code rows(Application.Port port, Code call) {
        boolean list = port.provider().returns().data().orElseThrow() instanceof DataType.ListOf;
        List<String> cells =
                columns(port).stream().map(column -> cell(port, column)).toList();
        Code map = Code.list(".map(row -> List.of(", cells, "))");
        Code rows = list ? call : new Code.Group("Stream.of(", List.of(call), ")");
        return new Code.Chain(
                rows,
                list
                        ? List.of(Code.text(".stream()"), map, Code.text(".toList()"))
                        : List.of(map, Code.text(".toList()")));
    }

    private static String cell(Application.Port port, JavaRecord.Component column) {
        String value = "row." + column.name() + "()";
        boolean word = port.type().enums().stream()
                .anyMatch(type -> type.name().equals(column.type().written()));
        return word ? value + ".word()" : "String.valueOf(" + value + ")";
    }

    /** Of a record or a list of records. */
    private static List<JavaRecord.Component> columns(Application.Port port) {
        return port
                .method()
                .data()
                .map(type -> type instanceof JavaType.ListOf list ? list.element() : type)
                .filter(JavaType.Declared.class::isInstance)
                .stream()
                .flatMap(declared -> port.type().records().stream()
                        .filter(record -> record.name().equals(declared.written())))
                .flatMap(record -> record.components().stream())
                .toList();
    }
}
