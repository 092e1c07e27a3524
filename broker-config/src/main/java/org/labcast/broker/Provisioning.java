package org.labcast.broker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.labcast.broker.QueueCreation.Wanted;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.PublisherName;
import org.labcast.model.Secret;
import org.labcast.model.order.Target;
import org.labcast.model.service.PortName;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.Management;
import org.labcast.transport.jms.Management.Answer;
import org.labcast.transport.jms.Management.Call;

/**
 * Makes users, queues and permissions on a running broker, embedded or standalone, over the connection of an
 * administrator. Everything may be repeated: what waits in a queue stays there, passwords are set anew.
 */
public final class Provisioning implements AutoCloseable {
    /** The role that may do everything. */
    static final String ADMINISTRATORS = "administrators";
    /** The role of every host: may send results, enrolments and presence. */
    static final String HOSTS = "hosts";

    /** A role with the right to consume, in the broker's JSON list of roles; names of roles need no escaping. */
    private static final Pattern CONSUMER =
            Pattern.compile("\\{\"name\":\"([a-z0-9_.-]+)\",[^{}]*\"consume\":true[^{}]*\\}");

    private final Management management;
    private final QueueCreation queues;

    /** One host's place on the broker. */
    public record HostAccount(HostName host, Set<GroupName> groups, Secret password) {
        public HostAccount {
            groups = Set.copyOf(groups);
        }
    }

    /** @throws BusException NOT_PERMITTED when the connection's user is no administrator */
    public Provisioning(BusConnection administrator) {
        this.management = new Management(administrator);
        this.queues = new QueueCreation(management);
    }

    /** The broker's user name of an administrator's publisher. */
    public static String user(PublisherName publisher) {
        return "admin." + publisher;
    }

    /** The broker's user name of a host, which is also the name of the role that only this host has. */
    public static String user(HostName host) {
        return "host." + host;
    }

    /** A user with every permission, and the queues for results and enrolments of this publisher. */
    public void administrator(PublisherName publisher, Secret password) {
        queues.create(
                List.of(Wanted.queue(Addresses.results(publisher)), Wanted.queue(Addresses.enrolments(publisher))));
        accounts(List.of(new BrokerUser(user(publisher), password, ADMINISTRATORS)));
    }

    /**
     * The queues of one home of an administrator.
     *
     * @param home the name to which hosts answer
     */
    public void home(PublisherName home) {
        queues.create(List.of(
                Wanted.lastValue(Addresses.HOMES),
                Wanted.queue(Addresses.results(home)),
                Wanted.queue(Addresses.enrolments(home))));
    }

    /** Takes the queues of a home away that nobody uses any more, with all that waits in them. */
    public void removeHome(PublisherName home) {
        run(Stream.of(Addresses.results(home), Addresses.enrolments(home))
                .map(ManagementCalls::deleteAddress)
                .toList());
    }

    /**
     * A user for each host, with the queues and subscriptions that only that user may read. A host that was in other
     * groups before loses its subscriptions to those, with what waits in them.
     */
    public void hosts(List<HostAccount> hosts) {
        NavigableSet<String> names = queueNames();
        List<Call> calls = new ArrayList<>();
        List<Wanted> created = new ArrayList<>();
        for (HostAccount host : hosts) {
            List<HostQueue> wanted = HostQueue.of(host.host(), host.groups());
            for (HostQueue queue : wanted) {
                calls.add(ManagementCalls.permit(queue, user(host.host())));
                created.add(queue.wanted());
            }
            HostQueue.existing(host.host(), names).stream()
                    .filter(queue -> !wanted.contains(queue))
                    .forEach(queue -> calls.addAll(
                            List.of(ManagementCalls.destroy(queue.queue()), ManagementCalls.forbid(queue))));
            calls.add(ManagementCalls.permitReplies(user(host.host())));
        }
        run(calls);
        queues.create(created);
        // Last, so that whoever can log in finds everything in place.
        accounts(hosts.stream()
                .map(host -> new BrokerUser(user(host.host()), host.password(), roles(host)))
                .toList());
    }

    private static String roles(HostAccount host) {
        return Stream.concat(
                        Stream.of(HOSTS, user(host.host())),
                        host.groups().stream().map(Provisioning::role).sorted())
                .collect(Collectors.joining(","));
    }

    /** The role of every host in a group. */
    private static String role(GroupName group) {
        return "group." + group;
    }

    /**
     * A queue for the calls of each port, from which the hosts that are named may take, besides those that could before.
     */
    public void ports(Collection<PortName> ports, Target hosts) {
        List<PortName> distinct = ports.stream().distinct().toList();
        List<Answer> before =
                management.callAll(distinct.stream().map(ManagementCalls::roles).toList());
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < distinct.size(); i++) {
            Stream<String> roles = Stream.concat(consumers(before.get(i)), roles(hosts));
            calls.add(ManagementCalls.permitCalls(
                    distinct.get(i), roles.distinct().sorted().collect(Collectors.joining(","))));
        }
        run(calls);
        queues.create(distinct.stream()
                .map(port -> Wanted.queue(Addresses.calls(port)))
                .toList());
    }

    private static Stream<String> roles(Target target) {
        if (target instanceof Target.Hosts named) {
            return named.hosts().stream().map(Provisioning::user);
        }
        return Stream.of(target instanceof Target.Group group ? role(group.group()) : HOSTS);
    }

    /** The roles that the broker says may consume, without the administrators, who always may. */
    private static Stream<String> consumers(Answer roles) {
        Matcher consumer = CONSUMER.matcher(roles.text());
        return consumer.results().map(found -> found.group(1)).filter(role -> !role.equals(ADMINISTRATORS));
    }

    /**
     * Takes hosts' users, permissions and queues away, with all that waits in them, and ends their connections. Hosts
     * that the broker does not know are passed over.
     */
    public void removeHosts(List<HostName> hosts) {
        NavigableSet<String> names = queueNames();
        // An unknown user is no error: it may have been removed by a run that was interrupted later.
        management.callAll(
                hosts.stream().map(host -> Call.of("removeUser", user(host))).toList());
        forgetLogins();
        management.callAll(hosts.stream()
                .map(host -> Call.of("closeConnectionsForUser", user(host)))
                .toList());
        List<Call> calls = new ArrayList<>();
        for (HostName host : hosts) {
            calls.add(ManagementCalls.forbidReplies(user(host)));
            for (HostQueue queue : HostQueue.existing(host, names)) {
                calls.add(ManagementCalls.destroy(queue.queue()));
                calls.add(ManagementCalls.forbid(queue));
                if (!queue.multicast()) {
                    calls.add(ManagementCalls.deleteAddress(queue.address()));
                }
            }
        }
        run(calls);
        removeReplyQueues(hosts);
    }

    /** Those that do not go with their connection; some may have gone by themselves meanwhile. */
    private void removeReplyQueues(List<HostName> hosts) {
        NavigableSet<String> addresses =
                management.call("getAddressNames").lines().collect(Collectors.toCollection(TreeSet::new));
        management.callAll(hosts.stream()
                .map(host -> Addresses.replies(user(host)))
                .flatMap(prefix -> addresses.tailSet(prefix).stream().takeWhile(name -> name.startsWith(prefix)))
                .map(ManagementCalls::deleteAddress)
                .toList());
    }

    private NavigableSet<String> queueNames() {
        return Stream.of("ANYCAST", "MULTICAST")
                .flatMap(routing -> management.call("getQueueNames", routing).lines())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Adds users; those who are there already get the password and roles anew. */
    private void accounts(List<BrokerUser> users) {
        List<Answer> answers =
                management.callAll(users.stream().map(ManagementCalls::addUser).toList());
        run(IntStream.range(0, users.size())
                .filter(i -> !answers.get(i).succeeded())
                .mapToObj(i -> ManagementCalls.resetUser(users.get(i)))
                .toList());
        forgetLogins();
    }

    /** The broker remembers for an hour who logged in with which password and roles, and who could not. */
    private void forgetLogins() {
        run(List.of(Call.of("clearAuthenticationCache"), Call.of("clearAuthorizationCache")));
    }

    private void run(List<Call> calls) {
        List<Answer> answers = management.callAll(calls);
        for (int i = 0; i < calls.size(); i++) {
            if (!answers.get(i).succeeded()) {
                throw new BusException(
                        BusException.Fault.REFUSED,
                        "The broker refused " + calls.get(i).operation() + ": "
                                + answers.get(i).text());
            }
        }
    }

    @Override
    public void close() {
        management.close();
    }
}
