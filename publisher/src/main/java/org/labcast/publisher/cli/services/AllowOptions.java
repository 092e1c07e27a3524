package org.labcast.publisher.cli.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.labcast.model.Fingerprint;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.LabcastException;
import org.labcast.model.order.Callers;
import org.labcast.model.order.HostCaller;
import org.labcast.publisher.store.EnrolledHost;
import org.labcast.publisher.store.Hosts;
import org.labcast.publisher.store.KnownHost;
import picocli.CommandLine.Option;

/** Who may call what is installed: by their keys, so that nobody else can come under their names. */
final class AllowOptions {
    @Option(
            names = "--allow-admin",
            paramLabel = "FINGERPRINT",
            description = "Only the administrators with these keys may call; else every one whom the host trusts.")
    private List<Fingerprint> administrators = new ArrayList<>();

    @Option(names = "--allow-host", paramLabel = "HOSTS", description = "These hosts may call, too.")
    private Optional<HostSet> hosts = Optional.empty();

    @Option(
            names = "--allow-group",
            paramLabel = "GROUP",
            description = "The hosts that are in this group now may call, too.")
    private List<GroupName> groups = new ArrayList<>();

    Callers callers(Hosts known) {
        List<HostCaller> allowed = new ArrayList<>();
        hosts.ifPresent(names -> names.forEach(host -> allowed.add(caller(known, host))));
        groups.forEach(group -> allowed.addAll(members(known, group)));
        return new Callers(
                new TreeSet<>(administrators), allowed.stream().distinct().toList());
    }

    private static HostCaller caller(Hosts known, HostName host) {
        return known.enrolled(host)
                .map(AllowOptions::caller)
                .orElseThrow(() -> new LabcastException("there is no key of the host " + host
                        + ", so it cannot be allowed to call: see 'publisher hosts'"));
    }

    private static List<HostCaller> members(Hosts known, GroupName group) {
        List<HostCaller> members = known.all().stream()
                .map(KnownHost::enrolled)
                .flatMap(Optional::stream)
                .filter(host -> host.groups().contains(group))
                .map(AllowOptions::caller)
                .toList();
        if (members.isEmpty()) {
            throw new LabcastException(
                    "no host whose key is known is in the group " + group + ": see 'publisher hosts'");
        }
        return members;
    }

    private static HostCaller caller(EnrolledHost host) {
        return new HostCaller(host.host(), host.certificate());
    }
}
