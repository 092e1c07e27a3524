package org.labcast.agent.session;

import org.labcast.model.result.Ending;

/** How a step came to its end. */
sealed interface StepEnd {
    /** The shell lives and wants the next one. */
    record Done(CommandEnd end) implements StepEnd {}

    /** The shell has ended, by itself or by a signal that was not ours. */
    record ShellEnded(int status) implements StepEnd {}

    /** It was ended with its shell: it took too long, or its job was cancelled. */
    record Forced(Ending ending) implements StepEnd {}

    /** Nobody knows: the shell never said that it took it, or what watched over the shell is gone. */
    record Unknown() implements StepEnd {}
}
