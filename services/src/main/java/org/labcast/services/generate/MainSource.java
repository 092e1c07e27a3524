package org.labcast.services.generate;

/** Writes the program. */
final class MainSource {
    private MainSource() {}

    static String of(String packageName, Application app) {
        String text = """
                /** The program: says who provides what it uses, and shows a page until that is closed. */
                public final class %s {
                    private %s() {}

                    /** @param arguments {@code --list}: only says who provides what it uses */
                    public static void main(String[] arguments) throws Exception {
                        System.exit(Program.run(() -> run(PublisherLab.open(), List.of(arguments))));
                    }

                    private static void run(ServiceBus bus, List<String> arguments) throws Exception {
                        try (%s app = new %s(bus)) {
                            Program.show(app.providers());
                            if (!arguments.contains("--list")) {
                                Page page = Page.named(%s);
                                new %s().build(page, app);
                                Program.show(page);
                            }
                        }
                    }
                }
                """.formatted(
                        app.main(),
                        app.main(),
                        app.name(),
                        app.name(),
                        JavaText.literal(app.component()),
                        app.guiFile().map(Application.GuiFile::type).orElse(app.page()));
        return Layout.source(packageName, text);
    }
}
