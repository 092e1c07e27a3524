package org.labcast.agent.process;

import java.util.List;

/**
 * How to start something, and how to end it.
 *
 * @param builder with arguments, environment and working directory
 * @param killPrefix what to put before {@code kill}; empty when the agent may signal it itself
 * @param mark that its environment carries
 * @param controlGroups that it enters: one at most
 */
public record Launch(
        ProcessBuilder builder, List<String> killPrefix, ProcessTag tag, List<ControlGroup> controlGroups) {}
