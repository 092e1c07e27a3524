package org.labcast.correction;

import org.labcast.correction.shell.Script;
import org.labcast.correction.shell.SimpleCommand;

/**
 * What a rule looks at: a failure, seen at one of the simple commands that the failed line consists of.
 *
 * @param command the one that the rule is asked about; the engine asks about each in turn
 * @param says what the line printed
 */
public record Situation(FailedCommand failed, Script script, SimpleCommand command, Printed says, MachineFacts facts) {}
