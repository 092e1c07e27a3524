package org.labcast.agent.exec;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The processes of one command: its session and process group, their descendants, those in its control group, and those
 * that left all of these but still carry the command's variable in their environment.
 */
final class ProcessTree {
    private final ProcessEntry leader;
    private final String mark;
    private final Optional<ControlGroup> controlGroup;
    private final Set<ProcessEntry.Identity> known = new HashSet<>();

    /**
     * @param leader the first process; its pid is the number of the session
     * @param mark a variable of its environment, {@code NAME=value}
     */
    ProcessTree(ProcessEntry leader, String mark, Optional<ControlGroup> controlGroup) {
        this.leader = leader;
        this.mark = mark;
        this.controlGroup = controlGroup;
        known.add(leader.identity());
    }

    /** Those that live now, parents before their children. */
    List<ProcessEntry> members() {
        Map<Long, ProcessEntry> all = ProcessTable.read().entries();
        Set<Long> grouped = controlGroup.map(ControlGroup::members).orElse(Set.of());
        // A session's number can belong to strangers once all that we knew of it have ended.
        boolean sessionLives = all.values().stream().anyMatch(e -> known.contains(e.identity()) && inSession(e));
        Predicate<ProcessEntry> ours = e -> known.contains(e.identity())
                || grouped.contains(e.pid())
                || (e.start() >= leader.start() && ((sessionLives && inSession(e)) || marked(e, all)));
        all.values().stream().filter(ours).forEach(e -> known.add(e.identity()));
        addDescendants(all);
        return all.values().stream()
                .filter(e -> known.contains(e.identity()))
                .sorted(Comparator.comparing((ProcessEntry e) -> e.pid() != leader.pid())
                        .thenComparing(ProcessEntry::start)
                        .thenComparing(ProcessEntry::pid))
                .toList();
    }

    private boolean inSession(ProcessEntry entry) {
        return entry.session() == leader.pid() || entry.group() == leader.pid();
    }

    /** Carries the mark, and did not get it from a process that an earlier command of the same job left running. */
    private boolean marked(ProcessEntry entry, Map<Long, ProcessEntry> all) {
        if (!entry.carries(mark)) {
            return false;
        }
        Optional<ProcessEntry> elder = Optional.of(entry);
        while (elder.isPresent() && elder.get().start() >= leader.start()) {
            elder = Optional.ofNullable(all.get(elder.get().parent()));
        }
        return elder.isEmpty() || !elder.get().carries(mark);
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
