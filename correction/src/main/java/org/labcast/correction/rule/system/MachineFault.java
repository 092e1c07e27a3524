package org.labcast.correction.rule.system;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.labcast.correction.Advice;
import org.labcast.correction.FailureContext;

/**
 * A state of the machine, or a refusal, that another command does not mend.
 *
 * @param words of which one is in each line that it may say
 * @param said what the tool prints then
 * @param advice what is wrong and where to look
 */
public record MachineFault(String name, Set<String> words, Pattern said, String advice) implements Advice {
    public static final List<Advice> ALL = List.of(
            of(
                    "disk_full",
                    Set.of("space", "quota"),
                    "(?:No space left on device|Disk quota exceeded)\\W*$",
                    "The disk is full or a quota is used up, which no other command mends: look with df -h and df -i."),
            of(
                    "read_only_file_system",
                    Set.of("system"),
                    "Read-only file system\\W*$",
                    "The file system is mounted read-only, often because of a fault of the disk: look at dmesg before it is remounted."),
            of(
                    "disk_fault",
                    Set.of("error", "cleaning", "handle"),
                    "(?:Input/output error|Structure needs cleaning|Stale file handle)\\W*$",
                    "A disk or a file server is at fault: look at dmesg; running anything again does not help."),
            of(
                    "file_system_in_use",
                    Set.of("umount"),
                    "^umount: .*(?:target|device) is busy",
                    "The file system is still in use, and is not unmounted by force: fuser -vm or lsof show by whom."),
            of(
                    "out_of_memory",
                    Set.of("memory"),
                    "Cannot allocate memory\\W*$",
                    "The machine has no memory left for this: look with free -h at what has taken it."),
            of(
                    "recursion_on_root",
                    Set.of("dangerous"),
                    "dangerous to operate recursively on",
                    "It would go through the whole machine from / on, which is never corrected: see what path was meant."),
            of(
                    "certificate_not_trusted",
                    Set.of("certificate"),
                    "SSL certificate problem|certificate verify failed|cannot verify \\S{1,255} certificate"
                            + "|server certificate verification failed",
                    "The server's certificate cannot be verified, and the check is never left out: look at the clock, the"
                            + " ca-certificates package and the server's name."),
            of(
                    "sudo_wants_password",
                    Set.of("sudo"),
                    "^sudo: (?:a password is required|a terminal is required|no tty present)",
                    "sudo asks for a password here, which nobody can type: give the user a rule with NOPASSWD, or run the task as root."));

    private static Advice of(String name, Set<String> words, String said, String advice) {
        return new MachineFault(name, words, Pattern.compile(said), advice);
    }

    @Override
    public Optional<String> give(FailureContext context) {
        return context.says().with(words).find(said).map(found -> advice);
    }
}
