package org.labcast.agent.conf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labcast.agent.core.HostIdentity;
import org.labcast.agent.core.PrivateFiles;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.InvalidValueException;
import org.labcast.model.PublisherName;
import org.labcast.model.Realm;
import org.labcast.model.Secret;
import org.labcast.model.host.Invitation;
import org.labcast.model.order.CorrectionPolicy;
import org.labcast.model.order.SudoPolicy;
import org.labcast.transport.jms.Endpoint;

/**
 * The content of {@code agent.conf}.
 *
 * @param url of the broker
 * @param user of the broker
 * @param publisher where alerts go, and the enrolment
 */
public record AgentConf(HostIdentity identity, String url, String user, PublisherName publisher, Limits limits) {
    private static final Set<String> KEYS = new TreeSet<>(Set.of(
            "realm",
            "host",
            "groups",
            "broker",
            "user",
            "publisher",
            "correction",
            "corrections",
            "sudo",
            "presence-seconds",
            "kill-grace-seconds",
            "output-days",
            "output-mb"));

    /** The broker, as this host's user. */
    public Endpoint endpoint(AgentPaths paths) {
        Secret password = new Secret(PrivateFiles.read(paths.password()).text().strip());
        return new Endpoint(url, user, password, paths.trustedBroker());
    }

    /**
     * What an administrator of the host may tune.
     *
     * @param presence how often the entry in the list of hosts is renewed
     * @param killGrace between asking a command to end and ending it
     * @param outputAge how long full outputs are kept
     * @param outputBytes how much of them is kept
     */
    public record Limits(
            Corrections corrections, Duration presence, Duration killGrace, Duration outputAge, long outputBytes) {}

    /**
     * How far corrections may go on this host, whatever a job asks.
     *
     * @param most that they may do
     * @param attempts that are run for one task at most
     * @param sudo NO keeps them from adding it; AUTO leaves that to the job
     */
    public record Corrections(CorrectionPolicy most, int attempts, SudoPolicy sudo) {}

    /** @throws ConfException naming the line that cannot be used */
    public static AgentConf read(Path file) {
        ConfFile conf = ConfFile.read(file, KEYS);
        HostIdentity identity = new HostIdentity(
                conf.get("realm", Realm::new),
                conf.get("host", HostName::new),
                conf.get("groups", new TreeSet<>(), AgentConf::groups));
        Limits limits = new Limits(
                new Corrections(
                        conf.get("correction", CorrectionPolicy.SAFE, AgentConf::policy),
                        conf.get("corrections", 2, text -> number(text, 0, 5)),
                        conf.get("sudo", SudoPolicy.AUTO, AgentConf::sudo)),
                Duration.ofSeconds(conf.get("presence-seconds", 15, text -> number(text, 1, 40))),
                Duration.ofSeconds(conf.get("kill-grace-seconds", 5, text -> number(text, 0, 20))),
                Duration.ofDays(conf.get("output-days", 30, text -> number(text, 1, 3650))),
                (long) conf.get("output-mb", 512, text -> number(text, 1, 1 << 20)) << 20);
        return new AgentConf(
                identity,
                conf.get("broker", text -> text),
                conf.get("user", text -> text),
                conf.get("publisher", PublisherName::new),
                limits);
    }

    /** The file that a new host begins with. */
    static String text(Invitation invitation) {
        return """
                # Written by lab-agent join; the manual of the agent lists every setting.
                realm = %s
                host = %s
                groups = %s
                broker = %s
                user = %s
                # whose invitation this host took: alerts go there
                publisher = %s
                # how far corrections may go here, whatever a job asks: off, suggest or safe
                correction = safe
                """.formatted(
                        invitation.realm(),
                        invitation.host(),
                        join(invitation.groups()),
                        invitation.brokerUrl(),
                        invitation.user(),
                        invitation.publisher());
    }

    private static String join(Collection<GroupName> groups) {
        return groups.stream().map(GroupName::value).collect(Collectors.joining(", "));
    }

    private static SortedSet<GroupName> groups(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(GroupName::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static CorrectionPolicy policy(String text) {
        return Stream.of(CorrectionPolicy.values())
                .filter(policy -> policy.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("this is off, suggest or safe"));
    }

    private static SudoPolicy sudo(String text) {
        return switch (text) {
            case "yes" -> SudoPolicy.AUTO;
            case "no" -> SudoPolicy.NO;
            default -> throw new InvalidValueException("this is yes or no");
        };
    }

    private static int number(String text, int least, int most) {
        if (text.matches("[0-9]{1,7}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw new InvalidValueException("this is a whole number from " + least + " to " + most);
    }
}
