package org.labcast.agent.process;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The processes of one command: those that carry its marks or are in its control group, their descendants, and the
 * sessions and process groups that these lead or have led. Never this process itself or one that it descends from.
 */
public final class ProcessTree {
    private final ProcessTag tag;
    private final Collection<ControlGroup> controlGroups;
    private final Set<ProcessEntry.Identity> known = new HashSet<>();
    /** Numbers of sessions and process groups that began with one of ours. */
    private final Set<Long> sessions = new HashSet<>();

    private final Predicate<ProcessEntry> spared;

    public ProcessTree(ProcessTag tag, Collection<ControlGroup> controlGroups) {
        this(tag, controlGroups, process -> false);
    }

    private ProcessTree(ProcessTag tag, Collection<ControlGroup> controlGroups, Predicate<ProcessEntry> spared) {
        this.tag = tag;
        this.controlGroups = controlGroups;
        this.spared = spared;
    }

    /** @param leader the first process, which is about to begin a session of its own */
    ProcessTree(ProcessEntry leader, ProcessTag tag, Collection<ControlGroup> controlGroups) {
        this(leader, tag, controlGroups, process -> false);
    }

    /**
     * Of a command that a shell runs which has run others before.
     *
     * @param leader the shell, which leads a session of its own
     * @param spared processes that do not belong to it, and whose descendants do not either unless they carry the mark
     */
    public ProcessTree(
            ProcessEntry leader,
            ProcessTag tag,
            Collection<ControlGroup> controlGroups,
            Predicate<ProcessEntry> spared) {
        this(tag, controlGroups, process -> !process.identity().equals(leader.identity()) && spared.test(process));
        known.add(leader.identity());
        sessions.add(leader.pid());
    }

    /** Those that live now, parents before their children. */
    List<ProcessEntry> members() {
        Map<Long, ProcessEntry> all = ProcessTable.read().others();
        all.values().removeAll(strangers(all));
        Set<Long> grouped = controlGroups.stream()
                .flatMap(group -> group.members().stream())
                .collect(Collectors.toSet());
        List<String> marks = tag.lines();
        all.values().stream()
                .filter(e -> grouped.contains(e.pid()) || e.carries(marks))
                .forEach(e -> known.add(e.identity()));
        addSessions(all);
        addDescendants(all);
        return all.values().stream()
                .filter(e -> known.contains(e.identity()))
                .sorted(Comparator.comparing((ProcessEntry e) -> !sessions.contains(e.pid()))
                        .thenComparing(ProcessEntry::start)
                        .thenComparing(ProcessEntry::pid))
                .toList();
    }

    private Set<ProcessEntry> strangers(Map<Long, ProcessEntry> all) {
        Set<ProcessEntry> strangers = all.values().stream().filter(spared).collect(Collectors.toSet());
        List<String> marks = tag.lines();
        boolean grew = !strangers.isEmpty();
        while (grew) {
            List<ProcessEntry> children = all.values().stream()
                    .filter(e -> !known.contains(e.identity()) && isChildOf(e, strangers, all) && !e.carries(marks))
                    .toList();
            grew = strangers.addAll(children);
        }
        return strangers;
    }

    private static boolean isChildOf(ProcessEntry entry, Set<ProcessEntry> parents, Map<Long, ProcessEntry> all) {
        ProcessEntry parent = all.get(entry.parent());
        return parent != null && parents.contains(parent);
    }

    private void addSessions(Map<Long, ProcessEntry> all) {
        List<ProcessEntry> ours =
                all.values().stream().filter(e -> known.contains(e.identity())).toList();
        ours.stream().filter(e -> inSession(e, e.pid())).forEach(e -> sessions.add(e.pid()));
        // A session's number can belong to strangers once all that we knew of it have ended.
        sessions.removeIf(number -> ours.stream().noneMatch(e -> e.pid() == number || inSession(e, number)));
        all.values().stream()
                .filter(e -> sessions.contains(e.session()) || sessions.contains(e.group()))
                .forEach(e -> known.add(e.identity()));
    }

    private static boolean inSession(ProcessEntry entry, long number) {
        return entry.session() == number || entry.group() == number;
    }

    private void addDescendants(Map<Long, ProcessEntry> all) {
        boolean grew = true;
        while (grew) {
            List<ProcessEntry> children =
                    all.values().stream().filter(e -> childOfKnown(e, all)).toList();
            grew = known.addAll(children.stream().map(ProcessEntry::identity).toList());
        }
    }

    private boolean childOfKnown(ProcessEntry entry, Map<Long, ProcessEntry> all) {
        ProcessEntry parent = all.get(entry.parent());
        return parent != null && known.contains(parent.identity());
    }
}
