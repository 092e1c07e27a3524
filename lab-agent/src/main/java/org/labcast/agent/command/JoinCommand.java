package org.labcast.agent.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import org.labcast.agent.conf.AgentPaths;
import org.labcast.agent.conf.Joining;
import org.labcast.agent.core.PrivateFiles;
import org.labcast.agent.link.EnrolmentSender;
import org.labcast.model.Secret;
import org.labcast.model.host.Invitation;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.DurableSender;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.pgp.SecretKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab-agent join}. */
@Command(
        name = "join",
        description = "Takes an invitation: makes this host's key and configuration and introduces it.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  lab-agent join lab-01.json && systemctl enable --now labcast-agent"})
public final class JoinCommand implements Runnable {
    @Mixin
    private PlaceOptions options = new PlaceOptions();

    @Parameters(paramLabel = "FILE", description = "What 'publisher invite' wrote for this host.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, or reports wrong usage
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        AgentPaths paths = options.paths();
        Clock clock = Clock.systemUTC();
        Invitation invitation = InvitationFile.read(file);
        new Joining(paths, clock).join(invitation);
        PrintWriter out = spec.commandLine().getOut();
        out.println("joined the realm " + invitation.realm() + " as " + invitation.host());
        try {
            introduce(paths, invitation, clock);
            out.println("introduced to " + invitation.publisher());
        } catch (BusException e) {
            out.println("not introduced yet (" + e.getMessage() + ") 'lab-agent run' does it when it can.");
        }
    }

    private static void introduce(AgentPaths paths, Invitation invitation, Clock clock) {
        SecretKey hostKey = SecretKey.read(PrivateFiles.read(paths.hostKey()).toArray(), clock);
        Secret password = invitation.password();
        Endpoint endpoint = new Endpoint(invitation.brokerUrl(), invitation.user(), password, paths.trustedBroker());
        try (BusConnection connection = BusConnection.open(endpoint);
                DurableSender sender = new DurableSender(connection)) {
            new EnrolmentSender(paths, hostKey, invitation.publisher()).send(sender::post);
        }
    }
}
