package org.labcast.publisher.command;

import org.labcast.services.client.BadArgumentsException;
import org.labcast.services.client.CallTimedOutException;
import org.labcast.services.client.NoProviderException;
import org.labcast.services.client.NotAllowedException;
import org.labcast.services.client.ServiceException;
import org.labcast.services.client.SpecMismatchException;
import org.labcast.services.client.ToolFailedException;

/** The exit codes of {@code publisher services}. */
public final class ServiceExit {
    /** Something is wrong in a file, or nobody could be asked: no key, no broker. */
    static final int FINDINGS = 1;

    static final int TOOL_FAILED = 2;
    static final int NO_PROVIDER = 3;
    static final int TIMED_OUT = 4;
    /** By the host, or on its face: a value is not allowed, or the caller is not. */
    static final int REFUSED = 5;
    /** The host fell silent, or ended the call since it had not heard of us. */
    static final int PROVIDER_LOST = 6;

    private ServiceExit() {}

    public static int of(ServiceException fault) {
        if (fault instanceof ToolFailedException) {
            return TOOL_FAILED;
        } else if (fault instanceof NoProviderException) {
            return NO_PROVIDER;
        } else if (fault instanceof CallTimedOutException) {
            return TIMED_OUT;
        }
        boolean refused = fault instanceof NotAllowedException
                || fault instanceof BadArgumentsException
                || fault instanceof SpecMismatchException;
        return refused ? REFUSED : PROVIDER_LOST;
    }
}
