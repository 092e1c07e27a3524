package org.labcast.agent.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of one table, asked for one by one; what is missing, unknown or of the wrong kind becomes a fault. */
final class Fields {
    private final Item.Table table;
    private final String whole;
    private final Faults faults;

    private Fields(Item.Table table, String whole, Faults faults) {
        this.table = table;
        this.whole = whole;
        this.faults = faults;
    }

    /** @param whole what the table describes, such as {@code a rule} */
    static Optional<Fields> of(Item item, String whole, List<String> keys, Faults faults) {
        if (!(item instanceof Item.Table table)) {
            faults.add(item.place(), "Here stands " + whole + ": a table of " + String.join(", ", keys) + ".");
            return Optional.empty();
        }
        table.entries().forEach((key, entry) -> {
            if (!keys.contains(key)) {
                faults.add(
                        entry.at(),
                        "'" + key + "' is no key of " + whole + "; there are " + String.join(", ", keys) + ".");
            }
        });
        return Optional.of(new Fields(table, whole, faults));
    }

    Place place() {
        return table.place();
    }

    /** The value, or nothing without a complaint. */
    Optional<Item> item(String key) {
        return Optional.ofNullable(table.entries().get(key)).map(Item.Entry::value);
    }

    Optional<Item> requiredItem(String key) {
        Optional<Item> item = item(key);
        if (item.isEmpty()) {
            faults.add(table.place(), "'" + key + "' is missing; " + whole + " needs it.");
        }
        return item;
    }

    Optional<Item.Text> required(String key) {
        return requiredItem(key).flatMap(item -> text(key, item));
    }

    Optional<Item.Text> text(String key) {
        return item(key).flatMap(item -> text(key, item));
    }

    /** One text, or a list of them. */
    List<Item.Text> texts(String key) {
        return item(key).stream()
                .flatMap(item -> item instanceof Item.Series series ? series.items().stream() : Stream.of(item))
                .flatMap(item -> text(key, item).stream())
                .toList();
    }

    private Optional<Item.Text> text(String key, Item item) {
        if (item instanceof Item.Text text && !text.isNull()) {
            return Optional.of(text);
        }
        faults.add(item.place(), "'" + key + "' is text; put it in single quotes.");
        return Optional.empty();
    }

    /** The value that a word stands for. */
    <T> Optional<T> choice(String key, Map<String, T> choices) {
        Optional<Item.Text> text = text(key);
        Optional<T> chosen = text.map(Item.Text::value).map(choices::get);
        if (text.isPresent() && chosen.isEmpty()) {
            faults.add(text.get().place(), "'" + key + "' is one of " + String.join(", ", choices.keySet()) + ".");
        }
        return chosen;
    }
}
