package org.labcast.services.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * What people see of an application: panels, one a service, and windows that services share. Any thread may change it at any
 * time, whether a browser looks or not. {@link PageServer} shows it.
 */
public final class Page {
    /** By this name services find the window that shows results of all of them. */
    public static final String RESULTS_WINDOW = "ResultsWindow";

    private final String title;
    private final ChangeCounter changes = new ChangeCounter();
    private final Map<String, Widget> widgets = new LinkedHashMap<>();
    private final Map<String, Log> windows = new ConcurrentHashMap<>();
    private final Map<String, Panel> panels = new ConcurrentHashMap<>();
    private final ExecutorService actions = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "page-action");
        thread.setDaemon(true);
        return thread;
    });

    private Page(String title) {
        this.title = title;
    }

    public static Page named(String title) {
        return new Page(title);
    }

    /** The window of that name, which all who name it share. */
    public Log window(String name) {
        return windows.computeIfAbsent(name, key -> add(key, true, place -> new Log(place, "")));
    }

    /** The panel of that name, which belongs to one service. */
    public Panel panel(String name) {
        return panels.computeIfAbsent(name, key -> new Panel(this, key));
    }

    <W extends Widget> W add(String panel, boolean shared, Function<Widget.Place, W> making) {
        synchronized (changes) {
            W widget = making.apply(new Widget.Place(changes, "w" + (widgets.size() + 1), panel, shared));
            widgets.put(widget.id(), widget);
            return widget;
        }
    }

    String title() {
        return title;
    }

    ChangeCounter changes() {
        return changes;
    }

    /** What is other than at that version, and the version that it is now. */
    Map<String, Object> describe(long since) {
        synchronized (changes) {
            List<Map<String, Object>> changed = widgets.values().stream()
                    .filter(widget -> widget.changedAfter(since))
                    .map(widget -> widget.describe(since))
                    .toList();
            return Map.of("version", changes.version(), "title", title, "widgets", changed);
        }
    }

    Optional<Widget> widget(String id) {
        synchronized (changes) {
            return Optional.ofNullable(widgets.get(id));
        }
    }

    /** Presses a button; what it does goes on after this returns. */
    void press(Control control, Values values) {
        if (control.begin()) {
            actions.execute(() -> control.run(values));
        }
    }

    void stop(Control control) {
        actions.execute(control::stop);
    }

    /** Stops streams and interrupts actions. */
    void end() {
        List<Widget> all;
        synchronized (changes) {
            all = List.copyOf(widgets.values());
        }
        all.stream().filter(Control.class::isInstance).map(Control.class::cast).forEach(Control::stop);
        actions.shutdownNow();
    }
}
