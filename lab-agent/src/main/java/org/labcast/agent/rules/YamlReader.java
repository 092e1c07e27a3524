package org.labcast.agent.rules;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.Event.ID;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2, of which JSON is a part, into {@link YamlItem}s.
 *
 * <p>It is built on the parser's events alone: no tag makes an object, no alias makes a small file large, and nesting is bounded.
 */
final class YamlReader {
    private static final int DEEPEST = 10;
    private static final String QUOTES = " Text such as a pattern is best put in single quotes.";

    private final Iterator<Event> events;
    private final RuleFaults faults;

    private YamlReader(Iterator<Event> events, RuleFaults faults) {
        this.events = events;
        this.faults = faults;
    }

    /**
     * The only document of the text; empty when there is none.
     *
     * @throws UnreadableException when the text is no YAML
     */
    static Optional<YamlItem> read(String text, RuleFaults faults) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        try {
            return new YamlReader(new Parse(settings).parseString(text).iterator(), faults).document();
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark()
                    .or(e::getContextMark)
                    .map(YamlReader::place)
                    .orElse(Place.START);
            throw new UnreadableException(place, "This is no YAML: " + e.getProblem() + "." + QUOTES);
        } catch (ReaderException e) {
            Place place = Place.behind(text.substring(0, text.offsetByCodePoints(0, e.getPosition())));
            throw new UnreadableException(place, "Control characters have no place in a rule file; remove this one.");
        } catch (YamlEngineException e) {
            throw new UnreadableException(Place.START, "This is no YAML: " + e.getMessage() + "." + QUOTES);
        }
    }

    private Optional<YamlItem> document() {
        Optional<YamlItem> item = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && item.isPresent()) {
                throw new UnreadableException(place(event), "A second document begins here; remove the '---'.");
            }
            if (event instanceof NodeEvent node) {
                item = Optional.of(item(node, 0));
            }
        }
        return item;
    }

    private YamlItem item(NodeEvent node, int depth) {
        if (depth > DEEPEST) {
            throw new UnreadableException(place(node), "This is nested more than " + DEEPEST + " deep.");
        }
        if (node instanceof AliasEvent || node.getAnchor().isPresent()) {
            throw new UnreadableException(place(node), "Anchors (&) and aliases (*) are not taken; write it out.");
        }
        if (node instanceof SequenceStartEvent series) {
            noTag(series, series.getTag());
            return series(series, depth);
        }
        if (node instanceof MappingStartEvent table) {
            noTag(table, table.getTag());
            return table(table, depth);
        }
        ScalarEvent text = (ScalarEvent) node;
        noTag(text, text.getTag());
        return new YamlItem.Text(place(text), text.getValue(), text.isPlain());
    }

    private void noTag(Event event, Optional<String> tag) {
        tag.ifPresent(any -> faults.add(place(event), "Tags (!) are not taken; remove it."));
    }

    private YamlItem series(Event start, int depth) {
        List<YamlItem> items = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != ID.SequenceEnd; next = events.next()) {
            items.add(item((NodeEvent) next, depth + 1));
        }
        return new YamlItem.Series(place(start), List.copyOf(items));
    }

    private YamlItem table(Event start, int depth) {
        Map<String, YamlItem.Entry> entries = new LinkedHashMap<>();
        for (Event next = events.next(); next.getEventId() != ID.MappingEnd; next = events.next()) {
            YamlItem key = item((NodeEvent) next, depth + 1);
            YamlItem value = item((NodeEvent) events.next(), depth + 1);
            if (!(key instanceof YamlItem.Text name)) {
                faults.add(key.place(), "A key is one word.");
            } else if (entries.putIfAbsent(name.value(), new YamlItem.Entry(name.place(), value)) != null) {
                faults.add(name.place(), "'" + name.value() + "' is there twice; keep one of them.");
            }
        }
        return new YamlItem.Table(place(start), entries);
    }

    private static Place place(Event event) {
        return event.getStartMark().map(YamlReader::place).orElse(Place.START);
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
