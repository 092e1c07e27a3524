package org.labcast.services.generate;

import java.util.List;

/** Writes the hook by which an application gets its face. */
final class GuiSource {
    private GuiSource() {}

    static String of(String packageName, Application app) {
        String who = app.guiFile()
                .map(file -> "{@link " + file.type() + "}, which the description names, is one; {@link " + app.page()
                        + "}, which" + " is generated, another.")
                .orElse("{@link " + app.page() + "} is one that is generated.");
        String text = """
                %spublic interface %s {
                    /**
                     * Puts onto a page what people see of the application; called once, before the page is shown.
                     *
                     * @param app whose ports the page's buttons call
                     */
                    void build(Page page, %s app);
                }
                """.formatted(
                JavaText.comment(List.of("A face of the application. " + who), List.of()), app.gui(), app.name());
        return Layout.source(packageName, text);
    }

    /** What to write for a face that is not there yet: one that shows what is generated, as a beginning. */
    static String begin(String packageName, Application app, Application.GuiFile file) {
        return """
                package %s;

                import org.labcast.services.page.Page;

                public final class %s implements %s {
                    @Override
                    public void build(Page page, %s app) {
                        new %s().build(page, app);
                    }
                }
                """.formatted(packageName, file.type(), app.gui(), app.name(), app.page());
    }
}
