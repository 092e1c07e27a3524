package org.labcast.agent.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A process as proc(5) shows it.
 *
 * @param start clock ticks since boot; with the pid it tells the process from a later one with the same number
 */
public record ProcessEntry(long pid, long parent, long group, long session, long start) {
    private static final Path PROC = Path.of("/proc");
    private static final long TICKS_A_SECOND = 100;

    /** A process and no later one that got its number. */
    public record Identity(long pid, long start) {}

    public Identity identity() {
        return new Identity(pid, start);
    }

    /** The process of that number, unless it has ended, be it only as a zombie. */
    public static Optional<ProcessEntry> of(long pid) {
        return read(pid, "stat").flatMap(stat -> parse(pid, stat));
    }

    private static Optional<ProcessEntry> parse(long pid, String stat) {
        // The name, field 2, may itself hold blanks and brackets.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        if (fields.length < 20 || "ZXx".contains(fields[0])) {
            return Optional.empty();
        }
        return Optional.of(new ProcessEntry(
                pid,
                Long.parseLong(fields[1]),
                Long.parseLong(fields[2]),
                Long.parseLong(fields[3]),
                Long.parseLong(fields[19])));
    }

    /**
     * Whether it was started with these variables, {@code NAME=value}. Where its environment is not ours to see, its
     * arguments tell, in which {@link UserSwitch.Sudo} hands the variables over.
     */
    public boolean carries(Collection<String> variables) {
        return read(pid, "environ")
                .or(() -> read(pid, "cmdline"))
                .map(text -> Arrays.asList(text.split("\0")))
                .filter(text -> text.containsAll(variables))
                .isPresent();
    }

    /** A variable that it was started with; empty when there is none, or its environment is not ours to see. */
    public Optional<String> variable(String name) {
        return read(pid, "environ").stream()
                .flatMap(environment -> Arrays.stream(environment.split("\0")))
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst();
    }

    /** Numbers of its children, as far as the kernel tells them. */
    public Set<Long> children() {
        return read(pid, "task/" + pid + "/children").stream()
                .flatMap(line -> Arrays.stream(line.strip().split(" ")))
                .filter(child -> !child.isEmpty())
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    /** Whether this very process is still there. */
    public boolean lives() {
        return of(pid).filter(now -> now.start == start).isPresent();
    }

    /** Whether it was started with this argument. */
    boolean hasArgument(String argument) {
        return read(pid, "cmdline")
                .filter(line -> Arrays.asList(line.split("\0")).contains(argument))
                .isPresent();
    }

    /** Clock ticks since boot. */
    public static long now() throws IOException {
        String uptime = Files.readString(PROC.resolve("uptime"));
        return Math.round(Double.parseDouble(uptime.substring(0, uptime.indexOf(' '))) * TICKS_A_SECOND);
    }

    /** The time since then, in the same boot; a clock that somebody sets has no part in it. */
    public static Duration since(long ticks) throws IOException {
        return Duration.ofMillis((now() - ticks) * 1000 / TICKS_A_SECOND);
    }

    private static Optional<String> read(long pid, String file) {
        try {
            return Optional.of(
                    Files.readString(PROC.resolve(Long.toString(pid)).resolve(file), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
