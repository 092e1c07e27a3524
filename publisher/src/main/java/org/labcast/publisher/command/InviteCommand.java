package org.labcast.publisher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.labcast.broker.Provisioning;
import org.labcast.broker.Provisioning.HostAccount;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.Invitation;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.home.InvitationFiles;
import org.labcast.publisher.home.PublisherHome;
import org.labcast.publisher.store.Invitations;
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
    private List<String> hosts = List.of();

    @Option(names = "--group", paramLabel = "GROUP", description = "A group that they are in; may be repeated.")
    private List<String> groups = List.of();

    @Override
    public Integer call() {
        HostSet invited = HostSet.parse(String.join(",", hosts));
        SortedSet<GroupName> inGroups =
                groups.stream().map(GroupName::new).collect(Collectors.toCollection(TreeSet::new));
        PublisherHome folder = home.home();
        try (Wiring wiring = Wiring.of(folder)) {
            List<Invitation> invitations = new ArrayList<>();
            InvitationFiles files = new InvitationFiles(folder, wiring.config());
            for (HostName host : invited) {
                invitations.add(files.draft(host, inGroups, Provisioning.user(host)));
            }
            Provisioning provisioning = wiring.provisioning();
            // A standalone broker knows this administrator's user only; its queues are made here.
            provisioning.administrator(wiring.config().name(), folder.password());
            provisioning.hosts(invitations.stream()
                    .map(i -> new HostAccount(i.host(), i.groups(), i.password()))
                    .toList());
            Invitations waiting = wiring.store().invitations();
            for (Invitation invitation : invitations) {
                waiting.invite(invitation.host(), invitation.token(), inGroups);
                files.write(invitation);
            }
        }
        Console console = new Console();
        Path example = folder.invitations().resolve(invited.iterator().next() + ".json");
        console.print("Invited " + invited + ": " + invited.size() + (invited.size() == 1 ? " file" : " files") + " in "
                + folder.invitations());
        console.print("Next: carry each to its machine and run there: lab-agent join " + example.getFileName());
        return 0;
    }
}
