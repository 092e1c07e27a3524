package org.labcast.agent.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of one table, asked for one by one; what is missing, unknown or of the wrong kind becomes a fault. */
final class Fields {
    private final YamlItem.Table table;
    private final String whole;
    private final RuleFaults faults;

    private Fields(YamlItem.Table table, String whole, RuleFaults faults) {
        this.table = table;
        this.whole = whole;
        this.faults = faults;
    }

    /** @param whole what the table describes, such as {@code a rule} */
    static Optional<Fields> of(YamlItem item, String whole, List<String> keys, RuleFaults faults) {
        if (!(item instanceof YamlItem.Table table)) {
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
    Optional<YamlItem> item(String key) {
        return Optional.ofNullable(table.entries().get(key)).map(YamlItem.Entry::value);
    }

    Optional<YamlItem> requiredItem(String key) {
        Optional<YamlItem> item = item(key);
        if (item.isEmpty()) {
            faults.add(table.place(), "'" + key + "' is missing; " + whole + " needs it.");
        }
        return item;
    }

    Optional<YamlItem.Text> required(String key) {
        return requiredItem(key).flatMap(item -> text(key, item));
    }

    Optional<YamlItem.Text> text(String key) {
        return item(key).flatMap(item -> text(key, item));
    }

    /** One text, or a list of them. */
    List<YamlItem.Text> texts(String key) {
        return item(key).stream()
                .flatMap(item -> item instanceof YamlItem.Series series ? series.items().stream() : Stream.of(item))
                .flatMap(item -> text(key, item).stream())
                .toList();
    }

    private Optional<YamlItem.Text> text(String key, YamlItem item) {
        if (item instanceof YamlItem.Text text && !text.isNull()) {
            return Optional.of(text);
        }
        faults.add(item.place(), "'" + key + "' is text; put it in single quotes.");
        return Optional.empty();
    }

    /** The value that a word stands for. */
    <T> Optional<T> choice(String key, Map<String, T> choices) {
        Optional<YamlItem.Text> text = text(key);
        Optional<T> chosen = text.map(YamlItem.Text::value).map(choices::get);
        if (text.isPresent() && chosen.isEmpty()) {
            faults.add(text.get().place(), "'" + key + "' is one of " + String.join(", ", choices.keySet()) + ".");
        }
        return chosen;
    }
}
