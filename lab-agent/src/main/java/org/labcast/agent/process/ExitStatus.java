package org.labcast.agent.process;

import java.util.Set;
import org.labcast.model.result.Ending;

/**
 * What the status of a command's shell says.
 *
 * <p>A shell ends with 128 + n when signal n ended its last command, and Java gives the same when the signal ended the
 * shell itself, so both are reported as the signal that they mean. A program that exits with such a number by itself
 * cannot be told from them. Two things are therefore left as exits: numbers of signals that do not end a process, and
 * 129, which would be a lost terminal that no command here has, but is how git(1) refuses an option.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_08_02">POSIX, Exit
 *     Status for Commands</a>
 */
public final class ExitStatus {
    /** By signal(7): INT to TERM and STKFLT, XCPU and XFSZ, VTALRM and PROF, IO to SYS. */
    private static final Set<Integer> DEADLY =
            Set.of(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 24, 25, 26, 27, 29, 30, 31);

    private ExitStatus() {}

    public static Ending ending(int status) {
        int signal = status - 128;
        return DEADLY.contains(signal) ? new Ending.Signalled(signal) : new Ending.Exited(status);
    }
}
