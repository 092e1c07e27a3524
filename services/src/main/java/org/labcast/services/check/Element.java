package org.labcast.services.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.labcast.services.acme.Node;
import org.labcast.services.acme.Position;
import org.labcast.services.acme.Property;
import org.labcast.services.acme.Value;
import org.labcast.services.contract.Style;

/** A described thing whose properties are read with what they mean; what is wrong with them goes to the findings. */
record Element(Node node, Findings findings) {
    String name() {
        return node.name().text();
    }

    Position at() {
        return node.name().at();
    }

    /** The text of a property; an empty one is as good as none. */
    Optional<String> text(String property) {
        return node.property(property).flatMap(this::text).filter(text -> !text.isBlank());
    }

    private Optional<String> text(Property property) {
        if (property.value().isEmpty()) {
            return Optional.empty();
        }
        Value value = property.value().get();
        if (value instanceof Value.Text text) {
            return Optional.of(text.text());
        }
        if (value instanceof Value.Word word) {
            return Optional.of(word.name().text());
        }
        if (value instanceof Value.Truth truth) {
            return Optional.of(Boolean.toString(truth.value()));
        }
        if (value instanceof Value.Numeral numeral) {
            return Optional.of(numeral.number().toPlainString());
        }
        findings.error(property.name().at(), "'" + property.name() + "' needs one value, a text.");
        return Optional.empty();
    }

    Position at(String property) {
        return node.property(property).map(found -> found.name().at()).orElse(at());
    }

    /** A boolean property, also one written in quotes; false when it is not there. */
    boolean truth(String property) {
        Optional<String> text = text(property);
        if (text.isEmpty()) {
            return false;
        }
        if (!text.get().matches("(?i)true|false")) {
            findings.error(at(property), "'" + property + "' is true or false, not '" + text.get() + "'.");
        } else if (node.property(property)
                .flatMap(Property::value)
                .filter(Value.Text.class::isInstance)
                .isPresent()) {
            findings.note(at(property), "'" + property + "' is written in quotes, and read as a boolean.");
        }
        return text.get().equalsIgnoreCase("true");
    }

    /** A property that names one of several styles; an error when it names none of them. */
    <S extends Style> Optional<S> style(String property, S[] styles) {
        Optional<String> text = text(property);
        Optional<S> style = text.flatMap(word -> Style.named(word, styles));
        if (text.isPresent() && style.isEmpty()) {
            List<String> words = Arrays.stream(styles).map(Style::word).toList();
            findings.error(
                    at(property),
                    "'" + text.get() + "' is no " + property + Findings.near(text.get(), words) + " There are: "
                            + String.join(", ", words) + ".");
        }
        return style;
    }
}
