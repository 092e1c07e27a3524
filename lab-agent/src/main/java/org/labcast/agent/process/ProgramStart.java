package org.labcast.agent.process;

import java.util.List;

/**
 * One start of one program of a call.
 *
 * @param call name of the call, of letters and digits
 * @param part what the program is to the call, such as {@code tool}; of letters
 * @param arguments the program's absolute path first; each reaches the program as it is
 * @param user as whom it runs; empty: as the agent
 */
public record ProgramStart(String call, String part, List<String> arguments, String user) {
    public ProgramStart {
        arguments = List.copyOf(arguments);
    }
}
