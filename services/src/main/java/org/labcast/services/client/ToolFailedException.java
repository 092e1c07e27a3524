package org.labcast.services.client;

/** The tool ran and failed, or could not be started. */
public final class ToolFailedException extends ServiceException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String errors;

    /**
     * @param exitCode of the tool; 128 and its number for a signal, -1 when it did not start
     * @param errors what it wrote to standard error
     */
    public ToolFailedException(String message, int exitCode, String errors) {
        super(message);
        this.exitCode = exitCode;
        this.errors = errors;
    }

    public int exitCode() {
        return exitCode;
    }

    public String errors() {
        return errors;
    }
}
