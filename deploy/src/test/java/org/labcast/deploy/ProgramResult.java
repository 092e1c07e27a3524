package org.labcast.deploy;

/** What a command on a machine did: its exit code and the text of both its outputs. */
public record ProgramResult(int exit, String out, String err) {}
