package org.labcast.agent.exec;

import java.util.List;

/**
 * How to start a command, and how to end it.
 *
 * @param builder with arguments, environment and working directory
 * @param killPrefix what to put before {@code kill}; empty when the agent may signal the command itself
 */
record Launch(ProcessBuilder builder, List<String> killPrefix) {}
