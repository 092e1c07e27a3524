package org.labcast.services.page;

import java.util.Map;

/** A field of a panel, read by all of its buttons. */
final class Field extends Widget {
    private final Input input;

    Field(Place place, Input input) {
        super(place);
        this.input = input;
    }

    @Override
    void describe(Map<String, Object> description, long since) {
        description.put("kind", "field");
        description.put("input", input.describe());
    }
}
