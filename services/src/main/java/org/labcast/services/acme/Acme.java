package org.labcast.services.acme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.labcast.services.acme.AcmeToken.Kind;

/**
 * Reads Acme by recursive descent, of both dialects: keywords in any case, {@code Properties { … }} and other lists, optional colons,
 * a missing last semicolon, things without a system around them.
 */
public final class Acme {
    /** Deeper nesting is no description that anybody wrote. */
    private static final int DEEPEST = 100;

    private static final Set<String> MODIFIERS = Set.of("public", "private", "final", "abstract");
    private final Cursor cursor;
    private final PropertyReader propertyReader;
    private final Separators separators;
    private final LinkReader links;
    private final DesignRuleReader rules;
    private final String file;
    private final List<Name> imports = new ArrayList<>();
    private int depth;

    private Acme(String file, String text) {
        this.file = file;
        this.cursor = new Cursor(new Source(file, text));
        this.propertyReader = new PropertyReader(cursor);
        this.separators = new Separators(cursor);
        this.links = new LinkReader(cursor);
        this.rules = new DesignRuleReader(cursor, propertyReader, separators);
    }

    /**
     * Reads a whole file.
     *
     * @param file as messages shall name it
     * @throws AcmeSyntaxException at the first place that is no Acme
     */
    public static Document read(String file, String text) {
        return new Acme(file, text).document();
    }

    private Document document() {
        Body.Draft top = new Body.Draft();
        while (!cursor.atEnd()) {
            item(top);
        }
        return new Document(file, imports, top.done(), separators.remarks());
    }

    /** One declaration, with the semicolon that ends it. */
    private void item(Body.Draft into) {
        AcmeToken word = cursor.peek();
        if (separators.skip()) {
            return;
        }
        if (word.kind() == Kind.NAME
                && MODIFIERS.contains(lower(word))
                && cursor.peekSecond().kind() == Kind.NAME) {
            cursor.take();
            return;
        }
        Optional<ElementKind> kind = ElementKind.of(word);
        Optional<ElementKind> list = ElementKind.ofList(word);
        if (kind.isPresent()) {
            cursor.take();
            nodes(kind.get(), into.nodes);
        } else if (list.isPresent()) {
            cursor.take();
            list(list.get(), into);
        } else if (DesignRuleReader.begin(word)) {
            into.rules.add(rules.read());
        } else {
            other(word, into);
        }
    }

    private void other(AcmeToken word, Body.Draft into) {
        switch (word.kind() == Kind.NAME ? lower(word) : "") {
            case "property" -> {
                cursor.take();
                property(into);
            }
            case "properties" -> block("Properties", () -> into.properties.add(propertyReader.property()));
            case "attachment" -> {
                cursor.take();
                links.read(into.links);
                separators.end("the attachment");
            }
            case "attachments" -> block("Attachments", () -> links.read(into.links));
            case "binding" -> {
                cursor.take();
                links.read(into.bindings);
                separators.end("the binding");
            }
            case "bindings", "rep-map", "rep-maps" -> block("Bindings", () -> links.read(into.bindings));
            case "members" -> block("Members", () -> into.members.add(cursor.name("the name of a member or '}'")));
            case "import" -> imported();
            default -> throw Keywords.unknown(cursor, word);
        }
    }

    /** A path, with or without quotes, up to a semicolon or the end of its line. */
    private void imported() {
        cursor.take();
        AcmeToken first = cursor.peek();
        do {
            cursor.take();
        } while (!cursor.atEnd() && !cursor.peek().isSymbol(";") && !cursor.beginsLine());
        imports.add(new Name(cursor.textSince(first).replace("\"", ""), cursor.at(first)));
        separators.end("the import");
    }

    private void property(Body.Draft into) {
        if (cursor.peek().isWord("type") && cursor.peekSecond().kind() == Kind.NAME) {
            cursor.take();
            Name name = cursor.name("the name of the property type");
            into.propertyTypes.add(
                    new PropertyType(name, cursor.accept("=") ? Optional.of(propertyReader.type()) : Optional.empty()));
            separators.end("the property type");
            return;
        }
        into.properties.add(propertyReader.property());
        separators.end("the property");
    }

    /** {@code Word : { … }}: entries with semicolons or commas between them. */
    private void block(String word, Runnable entry) {
        AcmeToken start = cursor.take();
        if (!cursor.accept(":")) {
            cursor.accept("=");
        }
        cursor.expect("{", "behind " + word);
        while (!cursor.accept("}")) {
            if (cursor.accept(",") || separators.skip()) {
                continue;
            }
            closeIsComing(word, start);
            entry.run();
            separators.endInList("this entry of " + word);
        }
        cursor.accept(";");
    }

    private void closeIsComing(String what, AcmeToken start) {
        if (cursor.atEnd()) {
            throw cursor.expected(
                    "'}' to close " + what + " of line " + cursor.at(start).line());
        }
    }

    /** {@code Ports { a; b : T = { … } }}. */
    private void list(ElementKind kind, Body.Draft into) {
        AcmeToken start = cursor.peek();
        if (!cursor.accept(":")) {
            cursor.accept("=");
        }
        cursor.expect("{", "behind the word for several " + kind.shown() + "s");
        while (!cursor.accept("}")) {
            if (cursor.accept(",") || separators.skip()) {
                continue;
            }
            closeIsComing("the " + kind.shown() + "s", start);
            into.nodes.add(described(kind, false, cursor.name("the name of a " + kind.shown() + " or '}'"), start));
            AcmeToken next = cursor.peek();
            if (!next.isSymbol(";") && !next.isSymbol(",") && !next.isSymbol("}") && next.kind() != Kind.NAME) {
                throw cursor.expected("';' or '}' behind this " + kind.shown());
            }
        }
        cursor.accept(";");
    }

    /** {@code Port a : T;}, also {@code Port a, b;}. */
    private void nodes(ElementKind kind, List<Node> into) {
        AcmeToken start = cursor.peek();
        boolean type = start.isWord("type") && cursor.peekSecond().kind() == Kind.NAME;
        if (type) {
            cursor.take();
        }
        do {
            boolean nameless =
                    kind == ElementKind.REPRESENTATION && cursor.peek().kind() != Kind.NAME;
            Name name = nameless ? new Name("", cursor.here()) : cursor.name("the name of a " + kind.shown());
            into.add(described(kind, type, name, start));
            if (cursor.behind("}")) {
                cursor.accept(";");
                return;
            }
        } while (cursor.accept(","));
        Node last = into.get(into.size() - 1);
        separators.end("the " + kind.shown() + " " + last.name(), "';', ':' or '= {'");
    }

    /** What follows a name: types, parents, a body. */
    private Node described(ElementKind kind, boolean type, Name name, AcmeToken start) {
        if (cursor.accept("(")) {
            while (!cursor.accept(")")) {
                closeIsComing("the parameters of " + name, start);
                cursor.take();
            }
        }
        List<Name> parents = new ArrayList<>();
        List<Name> types = new ArrayList<>();
        if (cursor.accept(":")) {
            types(types);
        }
        if (cursor.acceptWord("extends")) {
            types(parents);
            cursor.acceptWord("with");
        }
        boolean assigned = cursor.accept("=");
        if (assigned && cursor.acceptWord("new")) {
            types(types);
            assigned = false;
        }
        if (cursor.acceptWord("extended")) {
            if (!cursor.acceptWord("with")) {
                throw cursor.expected("'with' behind 'extended'");
            }
            assigned = true;
        }
        boolean braces = cursor.peek().isSymbol("{");
        if (assigned && !braces) {
            throw cursor.expected("'{' or 'new' behind the " + kind.shown() + " " + name);
        }
        return new Node(kind, type, name, types, parents, braces ? body(kind, name) : Body.EMPTY);
    }

    private void types(List<Name> into) {
        do {
            Name type = cursor.name("the name of a type");
            if (into.stream().noneMatch(known -> known.text().equals(type.text()))) {
                into.add(type);
            }
        } while (!nextEntry() && cursor.accept(","));
    }

    /** Whether the comma parts entries of a list, {@code a : T, b : U}, rather than types. */
    private boolean nextEntry() {
        return cursor.peek().isSymbol(",")
                && cursor.peek(1).kind() == Kind.NAME
                && cursor.peek(2).isSymbol(":");
    }

    private Body body(ElementKind kind, Name name) {
        if (++depth > DEEPEST) {
            throw new AcmeSyntaxException(cursor.here(), "nested more than " + DEEPEST + " deep");
        }
        AcmeToken open = cursor.take();
        Body.Draft body = new Body.Draft();
        while (!cursor.accept("}")) {
            if (cursor.atEnd()) {
                throw cursor.expected("'}' to close the " + (kind.shown() + " " + name).strip()
                        + " that is opened in line " + cursor.at(open).line());
            }
            item(body);
        }
        depth--;
        return body.done();
    }

    private static String lower(AcmeToken word) {
        return word.text().toLowerCase(Locale.ROOT);
    }
}
