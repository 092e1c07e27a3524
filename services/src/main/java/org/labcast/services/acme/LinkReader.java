package org.labcast.services.acme;

import java.util.List;

/** Reads attachments and bindings. */
final class LinkReader {
    private final Cursor cursor;

    LinkReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** {@code a.b to c.d}, also {@code to c.d, e.f} and {@code to {c.d, e.f}}; what stands in braces behind it is skipped. */
    void read(List<Link> into) {
        Name from = cursor.name("a name such as component.port");
        to();
        boolean braces = cursor.accept("{");
        into.add(new Link(from, target()));
        while (cursor.accept(",")) {
            Name next = target();
            if (!braces && cursor.acceptWord("to")) {
                from = next;
                next = target();
            }
            into.add(new Link(from, next));
        }
        if (braces) {
            cursor.expect("}", "behind the names");
        }
        if (cursor.peek().isSymbol("{")) {
            cursor.skipBraces();
        }
    }

    private void to() {
        if (!cursor.acceptWord("to")) {
            throw cursor.expected("'to'");
        }
    }

    private Name target() {
        return cursor.name("a name such as connector.role");
    }
}
