package org.labcast.services.acme;

import org.labcast.services.acme.AcmeToken.Kind;

/** Reads a value that is neither quoted nor a name nor a number, such as {@code CODE-LIB/client.c} or {@code /usr/bin/nmap}. */
final class UnquotedValueReader {
    private static final String BEGINNINGS = "/.~$%";
    private static final String ENDS = ";,{}[]<>\"";

    private UnquotedValueReader() {}

    /** Whether what comes next is of several tokens without a blank between them, and more than a name with dots or a number. */
    static boolean begins(Cursor cursor) {
        AcmeToken first = cursor.peek();
        boolean begins = first.kind() == Kind.NAME
                || first.kind() == Kind.NUMBER
                || (first.kind() == Kind.SYMBOL && BEGINNINGS.contains(first.text()));
        int others = 0;
        while (begins && goesOn(cursor.peek(others), cursor.peek(others + 1))) {
            others++;
            AcmeToken token = cursor.peek(others);
            if (token.kind() == Kind.SYMBOL && !token.isSymbol(".")) {
                return true;
            }
        }
        return others > 0 && first.kind() != Kind.NAME;
    }

    static Value read(Cursor cursor) {
        AcmeToken first = cursor.take();
        AcmeToken last = first;
        while (goesOn(last, cursor.peek())) {
            last = cursor.take();
        }
        return new Value.Text(cursor.textSince(first));
    }

    private static boolean goesOn(AcmeToken token, AcmeToken next) {
        return token.end() == next.start()
                && next.kind() != Kind.END
                && !(next.kind() == Kind.SYMBOL && ENDS.contains(next.text()));
    }
}
