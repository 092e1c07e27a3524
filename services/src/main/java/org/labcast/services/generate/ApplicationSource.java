package org.labcast.services.generate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the application: its ports as fields, by their names in the description. */
final class ApplicationSource {
    private static final int COLUMN = 4;

    private ApplicationSource() {}

    static String of(String packageName, Application app) {
        List<String> specs = app.ports().stream()
                .map(port -> JavaText.literal(port.provider().spec()))
                .distinct()
                .toList();
        String constants = Code.list("private static final Set<String> SPECS = Set.of(", specs, ");\n")
                .at(COLUMN);
        String fields = app.ports().stream().map(ApplicationSource::field).collect(Collectors.joining("\n"));
        String assigned = app.ports().stream()
                .map(port -> "this." + port.field() + " = new " + port.proxy() + "(binding);\n")
                .collect(Collectors.joining());
        String constructors = """
                public %s(ServiceBus bus) {
                    this(Binding.of(bus));
                }

                /** Calls as the binding says: one host only, another timeout. */
                public %s(Binding binding) {
                    this.bus = binding.bus();
                %s}
                """.formatted(app.name(), app.name(), Layout.in(assigned));
        String methods = """
                /** Who offers now what this application uses. */
                public List<ServiceEntry> providers() {
                    return this.bus.find(Lookup.ALL).stream()
                            .filter(entry -> SPECS.contains(entry.spec()))
                            .toList();
                }

                /** Closes the bus, with the calls and streams that are open. */
                @Override
                public void close() {
                    this.bus.close();
                }
                """;
        String text = JavaText.comment(
                        List.of(
                                "The application " + JavaText.code(app.component())
                                        + ": what it calls, by the names of its ports.",
                                "Each call finds its provider anew, so that the application goes on with another when one is lost."),
                        List.of())
                + "public final class " + app.name() + " implements AutoCloseable {\n"
                + Layout.in(Layout.blocks(
                        Stream.of(constants, fields, "private final ServiceBus bus;\n", constructors, methods)
                                .toList()))
                + "}\n";
        return Layout.source(packageName, text);
    }

    private static String field(Application.Port port) {
        return JavaText.comment(
                        List.of("Attached to " + JavaText.code(port.provider().fullName())
                                + " in the description; any provider of the same spec is as good."),
                        List.of())
                + "public final " + port.type().name() + " " + port.field() + ";\n";
    }
}
