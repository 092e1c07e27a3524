package org.labcast.services.page;

import java.util.LinkedHashMap;
import java.util.Map;

/** Something on the page. It keeps its whole state, so that a browser that comes late or was slow sees the same as others. */
abstract sealed class Widget permits Field, Control, Log, Table, Status {
    private final Place place;
    private long changed;

    /**
     * Where it is.
     *
     * @param id of the widget on its page
     * @param panel the heading that it stands under
     * @param shared whether several services show things there
     */
    record Place(ChangeCounter changes, String id, String panel, boolean shared) {}

    Widget(Place place) {
        this.place = place;
        changed();
    }

    final String id() {
        return place.id();
    }

    /** The lock that guards its state. */
    final ChangeCounter lock() {
        return place.changes();
    }

    /** Called with the lock held, when the state is about to be another. Returns the number of the change. */
    final long changed() {
        changed = place.changes().next();
        return changed;
    }

    final boolean changedAfter(long version) {
        return changed > version;
    }

    /** What the page's script draws it from, see {@code page.js}. */
    final Map<String, Object> describe(long since) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("id", id());
        description.put("panel", place.panel());
        description.put("shared", place.shared());
        describe(description, since);
        return description;
    }

    /** Adds its kind and its state; a state that grows only needs to add what came after {@code since}. */
    abstract void describe(Map<String, Object> description, long since);
}
