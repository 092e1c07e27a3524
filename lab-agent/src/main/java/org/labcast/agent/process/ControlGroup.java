package org.labcast.agent.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;

/**
 * A control group (version 2) of one command's own, below the agent's: nothing without privileges leaves it, and the
 * kernel kills all of it at once. Only a help: where none can be made, {@link ProcessTree} finds what it can.
 *
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">Control Group v2, 2-2 and 5-1</a>
 */
public record ControlGroup(Path folder) {
    /** Makes one, and clears away those of earlier commands that the processes they left behind have ended in. */
    public static Optional<ControlGroup> create(Optional<Path> parent, HostName host, Command command) {
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        String prefix = prefix(host);
        String name = prefix(host, command.job(), command.task()) + command.attempt();
        try (Stream<Path> siblings = Files.list(parent.get())) {
            siblings.filter(folder -> folder.getFileName().toString().startsWith(prefix))
                    .forEach(folder -> new ControlGroup(folder).remove());
        } catch (IOException e) {
            return Optional.empty();
        }
        return make(parent, name);
    }

    public static Optional<ControlGroup> make(Optional<Path> parent, String name) {
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new ControlGroup(Files.createDirectory(parent.get().resolve(name))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Those that an earlier life of the agent made for a task. */
    static List<ControlGroup> ofTask(Optional<Path> parent, HostName host, OrderId job, int task) {
        return named(parent, prefix(host, job, task));
    }

    /** Those whose names begin so. */
    static List<ControlGroup> named(Optional<Path> parent, String prefix) {
        if (parent.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent.get())) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(prefix))
                    .map(ControlGroup::new)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String prefix(HostName host) {
        return "labcast-" + host + "-";
    }

    static String prefix(HostName host, OrderId job) {
        return prefix(host) + job + "-";
    }

    private static String prefix(HostName host, OrderId job, int task) {
        return prefix(host, job) + task + "-";
    }

    /** The agent's own control group, when groups can be made below it. */
    public static Optional<Path> own() {
        return of("self");
    }

    /** A process's control group, when groups can be made below it. */
    public static Optional<Path> of(long pid) {
        return of(Long.toString(pid));
    }

    private static Optional<Path> of(String process) {
        try (Stream<String> groups = Files.lines(Path.of("/proc", process, "cgroup"));
                Stream<String> mounts = Files.lines(Path.of("/proc/self/mountinfo"))) {
            Optional<String> path = groups.filter(line -> line.startsWith("0::/"))
                    .map(line -> line.substring(4))
                    .findFirst();
            // proc_pid_mountinfo(5): field 4 is the root within the file system, field 5 the mount point.
            return mounts.filter(line -> line.contains(" - cgroup2 "))
                    .map(line -> line.split(" "))
                    .filter(fields -> fields[3].equals("/"))
                    .flatMap(fields -> path.map(Path.of(fields[4])::resolve).stream())
                    .filter(folder -> Files.isWritable(folder) && Files.isWritable(folder.resolve("cgroup.procs")))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Takes a process in, with what it starts from now on; one that has ended or may not be moved stays where it is. */
    public void take(long pid) {
        try {
            Files.writeString(entrance(), Long.toString(pid));
        } catch (IOException e) {
            // Without it, what the process starts is found as on a host without control groups.
        }
    }

    /** A process that writes {@code 0} here joins. */
    public Path entrance() {
        return folder.resolve("cgroup.procs");
    }

    /** Process numbers of all members; none when that cannot be read. */
    Set<Long> members() {
        try (Stream<String> pids = Files.lines(entrance())) {
            return pids.map(Long::parseLong).collect(Collectors.toSet());
        } catch (IOException e) {
            return Set.of();
        }
    }

    /** Kills all members with those of groups below, where the kernel can (Linux 5.14). */
    void kill() {
        Path switchFile = folder.resolve("cgroup.kill");
        try {
            if (Files.exists(switchFile)) {
                Files.writeString(switchFile, "1");
            }
        } catch (IOException e) {
            // The members are then killed one by one.
        }
    }

    /** Goes away unless something still runs in it. */
    public void remove() {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // Busy: the next command tries again.
        }
    }
}
