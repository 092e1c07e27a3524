package org.labcast.publisher.dispatch;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.host.Presence;
import org.labcast.model.order.Target;
import org.labcast.publisher.store.EnrolledHost;
import org.labcast.publisher.store.Invitations;
import org.labcast.publisher.store.KnownHost;

/** Finds the hosts that a choice means among those that are known. */
public final class TargetResolver {
    private final List<KnownHost> known;
    private final Invitations invitations;

    public TargetResolver(List<KnownHost> known, Invitations invitations) {
        this.known = List.copyOf(known);
        this.invitations = invitations;
    }

    /**
     * All hosts and whole groups are addressed as such, so that the broker spreads one message; whatever narrows them
     * further is resolved here and the hosts are addressed by name.
     *
     * @throws NoHostException when that is nobody, or a named host is not known
     */
    public ResolvedTarget resolve(TargetChoice choice) {
        List<KnownHost> chosen = known;
        if (choice.hosts().isPresent()) {
            chosen = named(choice.hosts().get());
        }
        if (choice.group().isPresent()) {
            GroupName group = choice.group().get();
            chosen =
                    chosen.stream().filter(host -> groups(host).contains(group)).toList();
            if (chosen.isEmpty()) {
                throw new NoHostException("no host is in the group " + group + "; the groups are " + allGroups());
            }
        }
        if (choice.where().isPresent()) {
            FactSelector where = choice.where().get();
            chosen = chosen.stream()
                    .filter(host -> host.presence()
                            .map(Presence::facts)
                            .filter(where::matches)
                            .isPresent())
                    .toList();
        }
        if (choice.trusting().isPresent()) {
            chosen = chosen.stream()
                    .filter(host -> host.presence()
                            .filter(presence -> presence.trusted()
                                    .contains(choice.trusting().get()))
                            .isPresent())
                    .toList();
        }
        HostSet hosts = HostSet.of(chosen.stream().map(KnownHost::host).toList());
        if (hosts.isEmpty()) {
            throw new NoHostException(
                    known.isEmpty()
                            ? "no host is known yet: invite some with 'publisher invite NAME…'"
                            : "none of the " + known.size() + " known hosts matches: see 'publisher hosts'");
        }
        return new ResolvedTarget(target(choice, hosts), hosts);
    }

    private static Target target(TargetChoice choice, HostSet hosts) {
        boolean narrowed = choice.where().isPresent()
                || choice.trusting().isPresent()
                || choice.hosts().isPresent();
        if (narrowed) {
            return new Target.Hosts(
                    hosts, choice.where().map(FactSelector::text).orElse(""));
        }
        return choice.group().<Target>map(Target.Group::new).orElseGet(Target.All::new);
    }

    private List<KnownHost> named(HostSet wanted) {
        Set<HostName> names = known.stream().map(KnownHost::host).collect(Collectors.toSet());
        HostSet unknown =
                HostSet.of(wanted.stream().filter(host -> !names.contains(host)).toList());
        if (!unknown.isEmpty()) {
            throw new NoHostException("not known here: " + unknown
                    + "; 'publisher hosts' lists the known ones, 'publisher invite' takes in new ones");
        }
        return known.stream().filter(host -> wanted.contains(host.host())).toList();
    }

    /** What the host says of its groups counts, for it decides by that; before its first word, what it was invited to. */
    private Set<GroupName> groups(KnownHost host) {
        return host.presence()
                .map(Presence::groups)
                .or(() -> host.enrolled().map(EnrolledHost::groups))
                .or(() -> invitations.find(host.host()).map(Invitations.Invited::groups))
                .orElseGet(TreeSet::new);
    }

    private String allGroups() {
        Set<GroupName> groups =
                known.stream().flatMap(host -> groups(host).stream()).collect(Collectors.toCollection(TreeSet::new));
        return groups.isEmpty()
                ? "none"
                : String.join(", ", groups.stream().map(GroupName::value).toList());
    }
}
