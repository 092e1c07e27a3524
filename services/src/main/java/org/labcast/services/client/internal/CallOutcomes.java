package org.labcast.services.client.internal;

import org.labcast.model.result.Ending;
import org.labcast.model.service.PortName;
import org.labcast.model.service.ServiceReply.Ended;
import org.labcast.services.client.CallCancelledException;
import org.labcast.services.client.CallStatus;
import org.labcast.services.client.CallTimedOutException;
import org.labcast.services.client.ProviderLostException;
import org.labcast.services.client.ServiceException;
import org.labcast.services.client.ToolFailedException;
import org.labcast.text.Printable;

/** What the end of a tool means to its caller. */
public final class CallOutcomes {
    private static final int SIGNALLED = 128;
    private static final int NOT_STARTED = -1;

    private CallOutcomes() {}

    /**
     * @param anyExit whether an exit code other than 0 is a result, and no failure
     * @param errors the end of what the tool wrote to standard error
     * @throws ServiceException when it is no good end
     */
    public static CallStatus status(PortName port, Ended ended, boolean anyExit, String errors) {
        Ending ending = ended.ending();
        if (ending instanceof Ending.Exited exited && (anyExit || exited.code() == 0)) {
            return new CallStatus(ended.host(), exited.code(), ended.capped(), ended.note());
        }
        String what = port + " on " + ended.host() + ": " + ending.describe() + note(ended.note());
        if (ending instanceof Ending.TimedOut) {
            throw new CallTimedOutException(what + "; allow more time, or see why it takes so long.");
        } else if (ending instanceof Ending.Cancelled) {
            throw new CallCancelledException(what + "; the call was called off, or its caller was not heard of.");
        } else if (ending instanceof Ending.Interrupted) {
            throw new ProviderLostException(
                    what + "; the agent stopped, and how far the tool came is not known. Call again.");
        }
        throw new ToolFailedException(what + said(errors), exitCode(ending), errors);
    }

    private static String note(String note) {
        return note.isEmpty() ? "" : " (" + Printable.of(note).replaceAll("\\.$", "") + ")";
    }

    /** The last line of its errors says most often why. */
    private static String said(String errors) {
        return errors.strip()
                .lines()
                .reduce((first, last) -> last)
                .map(line -> ": " + Printable.of(line))
                .orElse("");
    }

    private static int exitCode(Ending ending) {
        if (ending instanceof Ending.Exited exited) {
            return exited.code();
        }
        return ending instanceof Ending.Signalled signalled ? SIGNALLED + signalled.signal() : NOT_STARTED;
    }
}
