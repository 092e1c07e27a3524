package org.labcast.services.client;

/** The exit codes of {@code publisher services} and {@code lab-agent call}. */
public final class ServiceExit {
    /** Something is wrong in a file, or nobody could be asked: no key, no broker. */
    public static final int FINDINGS = 1;

    public static final int TOOL_FAILED = 2;
    public static final int NO_PROVIDER = 3;
    public static final int TIMED_OUT = 4;
    /** By the host, or on its face: a value is not allowed, or the caller is not. */
    public static final int REFUSED = 5;
    /** The host fell silent, or ended the call since it had not heard of us. */
    public static final int PROVIDER_LOST = 6;
    /** All that offer it were busy. */
    public static final int BUSY = 7;

    private ServiceExit() {}

    public static int of(ServiceException fault) {
        if (fault instanceof ToolFailedException) {
            return TOOL_FAILED;
        } else if (fault instanceof NoProviderException) {
            return NO_PROVIDER;
        } else if (fault instanceof BusyException) {
            return BUSY;
        } else if (fault instanceof CallTimedOutException) {
            return TIMED_OUT;
        }
        boolean refused = fault instanceof NotAllowedException
                || fault instanceof BadArgumentsException
                || fault instanceof SpecMismatchException;
        return refused ? REFUSED : PROVIDER_LOST;
    }
}
