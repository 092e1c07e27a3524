package org.labcast.publisher.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.labcast.broker.Provisioning;
import org.labcast.broker.Provisioning.HostAccount;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.LabcastException;
import org.labcast.model.host.Invitation;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.collect.Collector;
import org.labcast.publisher.home.InvitationFiles;
import org.labcast.publisher.home.PublisherHome;
import org.labcast.publisher.report.ExitCode;
import org.labcast.publisher.store.Invitations;
import org.labcast.publisher.store.Invitations.Invited;
import org.labcast.publisher.store.KnownHost;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a place on the broker for each new host, and the file with which it joins. */
@Command(
        name = "invite",
        mixinStandardHelpOptions = true,
        description = "Lets machines join: makes their users and queues on the broker, and one invitation file each.",
        footer = {
            "",
            "Carry each file to its machine and run 'lab-agent join FILE' there. It holds a password: nobody else",
            "may read it, and it is of no more use once the machine has joined.",
            "",
            "Example:",
            "  publisher invite lab-[01-30] --group physics"
        })
final class InviteCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(paramLabel = "HOST", arity = "1..*", description = "Names of the machines, folded or not.")
    private List<HostSet> hosts = List.of();

    @Option(names = "--group", paramLabel = "GROUP", description = "A group that they are in; may be repeated.")
    private List<GroupName> groups = List.of();

    @Option(names = "--again", description = "Also hosts that have joined: they must join anew with the new file.")
    private boolean again;

    @Option(
            names = "--valid",
            paramLabel = "TIME",
            defaultValue = "30d",
            description = "The machine must join within this time (${DEFAULT-VALUE}).")
    private Duration valid = Duration.ofDays(30);

    @Override
    public Integer call() {
        HostSet invited = HostSet.of(
                hosts.stream().flatMap(set -> set.asSet().stream()).distinct().toList());
        SortedSet<GroupName> inGroups = new TreeSet<>(groups);
        PublisherHome folder = home.home();
        try (Wiring wiring = home.wiring()) {
            Provisioning provisioning = wiring.provisioning();
            // A standalone broker knows this administrator's user only; its queues are made here.
            provisioning.administrator(wiring.config().name(), folder.password());
            if (!mayBeInvited(wiring, invited)) {
                return ExitCode.NOT_POSTED.number();
            }
            List<Invitation> invitations = new ArrayList<>();
            InvitationFiles files = new InvitationFiles(folder, wiring.config());
            for (HostName host : invited) {
                invitations.add(files.draft(host, inGroups, Provisioning.user(host)));
            }
            provisioning.hosts(invitations.stream()
                    .map(i -> new HostAccount(i.host(), i.groups(), i.password()))
                    .toList());
            Instant expires = wiring.clock().instant().plus(valid);
            Invitations waiting = wiring.store().invitations();
            for (Invitation invitation : invitations) {
                waiting.invite(new Invited(invitation.host(), invitation.token(), inGroups, Optional.of(expires)));
                files.write(invitation);
            }
        }
        tell(folder, invited);
        return 0;
    }

    /** An invitation replaces the host's password: an agent at work cannot connect any more. */
    private boolean mayBeInvited(Wiring wiring, HostSet invited) {
        Collector collector = wiring.collector();
        collector.drain();
        collector.refreshHosts();
        List<KnownHost> joined = wiring.store().hosts().all().stream()
                .filter(host -> invited.contains(host.host()) && host.enrolled().isPresent())
                .toList();
        if (!again && !joined.isEmpty()) {
            throw new LabcastException(names(joined)
                    + " joined already: nobody was invited; --again invites also them, and they must join anew");
        }
        Instant now = wiring.clock().instant();
        List<KnownHost> on = joined.stream().filter(host -> host.isOn(now)).toList();
        return on.isEmpty() || confirmed(names(on));
    }

    private boolean confirmed(HostSet cutOff) {
        Console console = home.console();
        console.warn(cutOff + (cutOff.size() == 1 ? " is on. It is" : " are on. They are")
                + " cut off now, until 'lab-agent join' has been run there with the new file.");
        boolean wanted = !console.isTerminal("in") || console.confirm("Go on?");
        if (!wanted) {
            console.warn("publisher: nobody was invited");
        }
        return wanted;
    }

    private static HostSet names(List<KnownHost> hosts) {
        return HostSet.of(hosts.stream().map(KnownHost::host).toList());
    }

    private void tell(PublisherHome folder, HostSet invited) {
        Console console = home.console();
        Path example = folder.invitations().resolve(invited.iterator().next() + ".json");
        console.print("Invited " + invited + ": " + invited.size() + (invited.size() == 1 ? " file" : " files") + " in "
                + folder.invitations());
        console.print("Next: carry each to its machine and run there: lab-agent join " + example.getFileName());
    }
}
