package org.labcast.correction;

/**
 * A command that ended badly.
 *
 * @param command as it was given to the shell
 * @param out what it printed on standard output, perhaps only the start and the end of it
 * @param err what it printed on standard error; when the two were not kept apart, one of them holds both
 */
public record FailedCommand(String command, int exitCode, String out, String err) {}
