package org.labcast.services.acme;

import java.util.ArrayList;
import java.util.List;
import org.labcast.services.acme.AcmeToken.Kind;

/** What stands between declarations: mostly a semicolon, which many descriptions forget, and the 2004 paper doubles with dots. */
final class Separators {
    private final Cursor cursor;
    private final List<Finding> remarks = new ArrayList<>();

    Separators(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Warnings about what was accepted though it is no Acme. */
    List<Finding> remarks() {
        return remarks;
    }

    /** The end of a declaration: a semicolon, or a brace that closes what is around. */
    void end(String what) {
        end(what, "';'");
    }

    /** @param expected what else could have stood there */
    void end(String what, String expected) {
        if (!cursor.accept(";") && !cursor.peek().isSymbol("}") && !forgotten(what)) {
            throw cursor.expected(expected + " behind " + what);
        }
    }

    /** The same in a list, where a comma will do as well. */
    void endInList(String what) {
        if (!cursor.accept(",")) {
            end(what);
        }
    }

    /** What means nothing where a declaration begins. */
    boolean skip() {
        return cursor.accept(";") || strayDots();
    }

    /** Something begins a line of its own, so only the semicolon is missing. */
    private boolean forgotten(String what) {
        boolean forgotten = cursor.peek().kind() == Kind.NAME && cursor.beginsLine();
        if (forgotten) {
            remarks.add(Finding.warning(cursor.here(), "There is no ';' behind " + what + " above this line."));
        }
        return forgotten;
    }

    private boolean strayDots() {
        if (!cursor.peek().isSymbol(".")) {
            return false;
        }
        AcmeToken first = cursor.peek();
        while (cursor.accept(".")) {
            // All of them count as one.
        }
        remarks.add(Finding.warning(
                cursor.at(first), "'" + cursor.textSince(first) + "' means nothing here and is skipped."));
        return true;
    }
}
