package org.labcast.services.page;

import java.util.Map;

/** One line that says how things are. */
public final class Status extends Widget {
    private String text = "";

    Status(Place place) {
        super(place);
    }

    public void say(String sentence) {
        synchronized (lock()) {
            changed();
            text = sentence;
        }
    }

    @Override
    void describe(Map<String, Object> description, long since) {
        description.put("kind", "status");
        description.put("text", text);
    }
}
