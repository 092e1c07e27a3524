package org.labcast.services.page;

import java.util.List;
import java.util.Map;

/** Rows under headers, shown as a whole. */
public final class Table extends Widget {
    /** More rows than that are counted and not shown. */
    static final int ROWS = 2000;

    private final String title;
    private final List<String> headers;
    private List<List<String>> rows = List.of();
    private int left;

    Table(Place place, String title, List<String> headers) {
        super(place);
        this.title = title;
        this.headers = List.copyOf(headers);
    }

    /** Shows these rows instead of those before; each has a text per header. */
    public void show(List<List<String>> shown) {
        synchronized (lock()) {
            changed();
            rows = shown.stream().limit(ROWS).map(List::copyOf).toList();
            left = shown.size() - rows.size();
        }
    }

    @Override
    void describe(Map<String, Object> description, long since) {
        description.put("kind", "table");
        description.put("title", title);
        description.put("headers", headers);
        description.put("rows", rows);
        description.put("left", left);
    }
}
