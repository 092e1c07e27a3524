package org.labcast.publisher.store;

import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Says what a failure of SQLite means for the person at the terminal.
 *
 * @see <a href="https://www.sqlite.org/rescode.html">SQLite result codes</a>
 */
final class SqlFault {
    private static final int PERM = 3;
    private static final int BUSY = 5;
    private static final int READONLY = 8;
    private static final int IOERR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;
    private static final int NOTADB = 26;

    private SqlFault() {}

    static StoreException explain(Path file, SQLException fault) {
        // the low byte is the primary code, the rest tells variants apart
        String what = switch (fault.getErrorCode() & 0xff) {
            case FULL ->
                "the disk is full: free some space where the store " + file
                        + " lies and try again; nothing was half stored";
            case CORRUPT, NOTADB ->
                "the store " + file + " is damaged: restore it from a backup, or move it"
                        + " away to begin with an empty one";
            case BUSY ->
                "another publisher has been writing to the store " + file
                        + " for long: wait until it is done, or look what holds it";
            case READONLY, PERM, CANTOPEN ->
                "the store " + file + " cannot be written: check that it and its folder are yours";
            case IOERR -> "the disk fails to read or write the store " + file;
            default -> "the store " + file + " failed";
        };
        return new StoreException(what + " (" + fault.getMessage() + ")", fault);
    }
}
