package org.labcast.services.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.labcast.services.acme.ElementKind;
import org.labcast.services.acme.Node;
import org.labcast.services.acme.Position;
import org.labcast.services.acme.Property;
import org.labcast.services.acme.Value;
import org.labcast.services.contract.Style;

/** A described thing whose properties are read with what they mean; what is wrong with them goes to the findings. */
record TypedNode(Node node, Findings findings) {
    String name() {
        return node.name().text();
    }

    Position at() {
        return node.name().at();
    }

    /** The same thing, read without a word. */
    TypedNode quiet() {
        return new TypedNode(node, new Findings(false));
    }

    /** Its part of that name; an error where the name is written when there is none. */
    Optional<TypedNode> child(ElementKind kind, String wanted, Position written) {
        List<Node> children = node.children(kind);
        Optional<Node> found = children.stream()
                .filter(child -> child.name().text().equals(wanted))
                .findFirst();
        if (found.isEmpty()) {
            List<String> known =
                    children.stream().map(child -> child.name().text()).toList();
            findings.error(
                    written,
                    "The " + node.kind().shown() + " '" + name() + "' has no " + kind.shown() + " '" + wanted + "'"
                            + findings.suggestion(wanted, known, "."));
        }
        return found.map(child -> new TypedNode(child, findings));
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

    /** The text of a property that must be there. */
    Optional<String> needed(String property, String what) {
        Optional<String> text = text(property);
        if (text.isEmpty()) {
            findings.error(
                    at(property),
                    "The " + node.kind().shown() + " '" + name() + "' needs " + property + ", " + what + ".");
        }
        return text;
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
            List<String> words = Style.words(styles);
            findings.error(
                    at(property),
                    "'" + text.get() + "' is no " + property + Findings.near(text.get(), words) + " There are: "
                            + String.join(", ", words) + ".");
        }
        return style;
    }

    /** A property that is a whole number within bounds; empty when it is not there, and an error when it is none. */
    OptionalLong number(String property, long least, long most) {
        Optional<String> text = text(property);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (text.get().matches("[0-9]{1,18}")) {
            long number = Long.parseLong(text.get());
            if (number >= least && number <= most) {
                return OptionalLong.of(number);
            }
        }
        findings.error(
                at(property),
                "'" + property + "' is a whole number from " + least + " to " + most + ", not '" + text.get() + "'.");
        return OptionalLong.empty();
    }

    /** A property's text when it has the form; an error that says what it should be when it has not. */
    Optional<String> text(String property, Pattern form, String what) {
        Optional<String> text = text(property);
        if (text.isPresent() && !form.matcher(text.get()).matches()) {
            findings.error(at(property), "'" + property + "' is " + what + ", not '" + text.get() + "'.");
            return Optional.empty();
        }
        return text;
    }
}
