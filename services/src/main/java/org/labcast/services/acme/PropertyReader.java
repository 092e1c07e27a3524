package org.labcast.services.acme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labcast.services.acme.AcmeToken.Kind;

/** Reads properties: their types, values and metadata. */
final class PropertyReader {
    /** Deeper nesting is no description that anybody wrote. */
    private static final int DEEPEST = 100;

    /** In digits, written out: as the largest that Java's floating point has. */
    private static final int LONGEST_NUMBER = 400;

    private final Cursor cursor;
    private int depth;

    PropertyReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** {@code name : type = value << metadata >>}, without what ends it. */
    Property property() {
        Name name = cursor.name("the name of a property");
        return property(name);
    }

    private Property property(Name name) {
        boolean typed = cursor.accept(":") && !cursor.peek().isSymbol("=");
        Optional<TypeExpression> type = typed ? Optional.of(type()) : Optional.empty();
        boolean set = cursor.accept("=") || cursor.acceptWord("containassign");
        Optional<Value> value = set ? Optional.of(value()) : Optional.empty();
        return new Property(name, type, value, metadata());
    }

    /** {@code << a : t = v; … >>}, or nothing. */
    List<Property> metadata() {
        deeper();
        List<Property> metadata = new ArrayList<>();
        while (cursor.acceptDouble("<")) {
            while (!cursor.acceptDouble(">")) {
                metadata.add(property());
                if (!cursor.accept(";") && !cursor.accept(",") && !cursor.atDouble(">")) {
                    throw cursor.expected("';' or '>>' behind this property");
                }
            }
        }
        depth--;
        return metadata;
    }

    TypeExpression type() {
        deeper();
        TypeExpression type;
        if (collection("{", "<") && cursor.acceptWord("set")) {
            type = new TypeExpression.SetOf(element());
        } else if (collection("{", "<") && (cursor.acceptWord("sequence") || cursor.acceptWord("seq"))) {
            type = new TypeExpression.SequenceOf(element());
        } else if (collection("[", "[") && cursor.acceptWord("record")) {
            type = new TypeExpression.RecordOf(fields());
        } else if (collection("{", "{") && cursor.acceptWord("enum")) {
            type = new TypeExpression.EnumOf(names("{", "}"));
        } else {
            type = named();
        }
        depth--;
        return type;
    }

    private boolean collection(String open, String other) {
        return cursor.peekSecond().isSymbol(open) || cursor.peekSecond().isSymbol(other);
    }

    private TypeExpression named() {
        Name name = cursor.name("a type");
        return switch (name.text().toLowerCase(java.util.Locale.ROOT)) {
            case "set" -> new TypeExpression.SetOf(Optional.empty());
            case "sequence" -> new TypeExpression.SequenceOf(Optional.empty());
            case "record" -> new TypeExpression.RecordOf(List.of());
            case "enum" -> new TypeExpression.EnumOf(List.of());
            default -> new TypeExpression.Named(name);
        };
    }

    private Optional<TypeExpression> element() {
        String close = cursor.accept("{") ? "}" : ">";
        if (close.equals(">")) {
            cursor.expect("<", "before the type of the elements");
        }
        if (cursor.accept(close)) {
            return Optional.empty();
        }
        TypeExpression element = type();
        cursor.expect(close, "behind the type of the elements");
        return Optional.of(element);
    }

    private List<Property> fields() {
        cursor.expect("[", "before the fields");
        List<Property> fields = new ArrayList<>();
        while (!cursor.accept("]")) {
            Name name = cursor.name("the name of a field or ']'");
            fields.add(property(name));
            if (!cursor.accept(";") && !cursor.accept(",") && !cursor.peek().isSymbol("]")) {
                throw cursor.expected("';' or ']' behind this field");
            }
        }
        return fields;
    }

    List<Name> names(String open, String close) {
        cursor.expect(open, "before the names");
        List<Name> names = new ArrayList<>();
        while (!cursor.accept(close)) {
            names.add(cursor.name("a name or '" + close + "'"));
            if (!cursor.accept(",") && !cursor.accept(";") && !cursor.peek().isSymbol(close)) {
                throw cursor.expected("',' or '" + close + "' behind this name");
            }
        }
        return names;
    }

    private Value value() {
        deeper();
        Value value = one();
        depth--;
        return value;
    }

    private Value one() {
        AcmeToken token = cursor.peek();
        if (UnquotedValueReader.begins(cursor)) {
            return UnquotedValueReader.read(cursor);
        }
        if (token.kind() == Kind.STRING) {
            return new Value.Text(cursor.take().text());
        }
        if (token.kind() == Kind.NUMBER
                || ((token.isSymbol("-") || token.isSymbol("+"))
                        && cursor.peekSecond().kind() == Kind.NUMBER)) {
            return number();
        }
        if (token.isWord("true") || token.isWord("false")) {
            return new Value.Truth(cursor.take().isWord("true"));
        }
        if (token.isSymbol("{")) {
            return new Value.Several(values("{", "}"));
        }
        if (token.isSymbol("<")) {
            return new Value.Sequence(values("<", ">"));
        }
        if (token.isSymbol("[")) {
            return new Value.Fields(fields());
        }
        return new Value.Word(cursor.name("a value: a text in quotes, a number, true, false, a name, {…}, <…> or […]"));
    }

    private Value number() {
        String sign = cursor.peek().kind() == Kind.SYMBOL ? cursor.take().text() : "";
        AcmeToken digits = cursor.take();
        try {
            BigDecimal number = new BigDecimal(sign + digits.text());
            if (digits.text().length() <= LONGEST_NUMBER && Math.abs((long) number.scale()) <= LONGEST_NUMBER) {
                return new Value.Numeral(number);
            }
        } catch (NumberFormatException e) {
            // its exponent is larger than a number's can be
        }
        throw new AcmeSyntaxException(cursor.at(digits), "this number is too large");
    }

    private List<Value> values(String open, String close) {
        cursor.expect(open, "before the values");
        List<Value> values = new ArrayList<>();
        while (!cursor.accept(close)) {
            values.add(value());
            if (!cursor.accept(",") && !cursor.accept(";") && !cursor.peek().isSymbol(close)) {
                throw cursor.expected("',' or '" + close + "' behind this value");
            }
        }
        return values;
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw new AcmeSyntaxException(cursor.here(), "nested more than " + DEEPEST + " deep");
        }
    }
}
