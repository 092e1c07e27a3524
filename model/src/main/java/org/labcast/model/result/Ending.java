package org.labcast.model.result;

import java.time.Duration;
import org.labcast.text.Printable;

/** How one run of a command ended. */
public sealed interface Ending {
    /** By itself, with an exit code of 0 to 255. */
    record Exited(int code) implements Ending {}

    /** By a signal that was not ours. */
    record Signalled(int signal) implements Ending {}

    /** We ended it: it ran longer than its timeout. */
    record TimedOut(Duration after) implements Ending {}

    /** We ended it: its job was cancelled. */
    record Cancelled() implements Ending {}

    /** The agent or the machine went down while it ran; nobody knows how far it came. */
    record Interrupted() implements Ending {}

    /** It never ran, for instance because its user does not exist. */
    record NotStarted(String reason) implements Ending {}

    default boolean success() {
        return this instanceof Exited exited && exited.code() == 0;
    }

    /** As people say it: {@code exit 2}, {@code timed out after 90s}. */
    default String describe() {
        if (this instanceof Exited exited) {
            return "exit " + exited.code();
        } else if (this instanceof Signalled signalled) {
            return "killed by signal " + signalled.signal();
        } else if (this instanceof TimedOut timedOut) {
            return "timed out after " + timedOut.after().toSeconds() + "s";
        } else if (this instanceof NotStarted notStarted) {
            return "not started: " + Printable.of(notStarted.reason()).replaceAll("\\.$", "");
        }
        return this instanceof Cancelled ? "cancelled" : "interrupted";
    }
}
