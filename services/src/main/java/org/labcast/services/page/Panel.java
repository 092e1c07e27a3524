package org.labcast.services.page;

import java.util.List;

/** A part of the page that belongs to one service. */
public final class Panel {
    private final Page page;
    private final String name;

    Panel(Page page, String name) {
        this.page = page;
        this.name = name;
    }

    /** Adds a field; every {@link #button} of the panel is given its value. */
    public Panel field(Input input) {
        page.add(name, false, place -> new Field(place, input));
        return this;
    }

    /** Adds a button. */
    public Panel button(String label, Action action) {
        page.add(name, false, place -> new Control(place, label, List.of(), new UiTask.Once(action)));
        return this;
    }

    /** Adds fields with a button of their own. */
    public Panel form(String title, List<Input> inputs, Action action) {
        page.add(name, false, place -> new Control(place, title, inputs, new UiTask.Once(action)));
        return this;
    }

    /** Adds fields, a button that starts a stream, and one that stops it; its lines go to the log. */
    public Panel stream(String title, List<Input> inputs, StreamOpener opener, Log log) {
        page.add(name, false, place -> new Control(place, title, inputs, new StreamTask(opener, log)));
        return this;
    }

    /** Adds results of its own. Those to be shared are {@link Page#window}. */
    public Log log(String title) {
        return page.add(name, false, place -> new Log(place, title));
    }

    public Table table(String title, List<String> headers) {
        return page.add(name, false, place -> new Table(place, title, headers));
    }

    public Status status() {
        return page.add(name, false, Status::new);
    }
}
