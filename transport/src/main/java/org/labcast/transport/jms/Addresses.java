package org.labcast.transport.jms;

import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.PublisherName;
import org.labcast.model.service.PortName;

/** The names of everything on the broker; nobody else spells them out. */
public final class Addresses {
    /** Orders for every host: multicast. */
    public static final String JOBS_ALL = "labcast.jobs.all";

    /** Cancellations, pings and fetches for every host: multicast. */
    public static final String CONTROL_ALL = "labcast.control.all";

    /** Presence of hosts: last value per entry, gone when not renewed. */
    public static final String HOSTS = "labcast.hosts";

    /** Administrators' records of the hosts' certificates: last value per host. */
    public static final String DIRECTORY = "labcast.directory";

    /** What hosts offer: last value per entry, gone when not renewed. */
    public static final String SERVICES = "labcast.services";

    /** The last sign of each administrator's home: last value per home. */
    public static final String HOMES = "labcast.homes";

    private static final String REPLIES = "labcast.replies.";

    private Addresses() {}

    public static String jobs(HostName host) {
        return "labcast.jobs.host." + host;
    }

    public static String jobs(GroupName group) {
        return "labcast.jobs.group." + group;
    }

    public static String control(HostName host) {
        return "labcast.control.host." + host;
    }

    public static String results(PublisherName publisher) {
        return "labcast.results." + publisher;
    }

    public static String enrolments(PublisherName publisher) {
        return "labcast.enrol." + publisher;
    }

    /** Calls of a port, for whichever host is free. */
    public static String calls(PortName port) {
        return "labcast.svc." + port;
    }

    /** What callers say to one host: calls that only it may take, credit and calls off. */
    public static String calls(HostName host) {
        return "labcast.host." + host + ".svc";
    }

    /**
     * What the names of a caller's queues for replies begin with.
     *
     * @param user the caller's user name on the broker
     */
    public static String replies(String user) {
        return REPLIES + user + ".";
    }

    /** Whether an address is that of a caller's queue for replies; which caller's, the broker knows. */
    public static boolean isReplies(String address) {
        return address.startsWith(REPLIES);
    }

    /** The queue in which {@link #JOBS_ALL} keeps what this host has not fetched yet. */
    public static String subscriptionToJobs(HostName host) {
        return host + ".jobs";
    }

    /** The queue in which a group's address keeps what this host has not fetched yet. */
    public static String subscription(HostName host, GroupName group) {
        return subscriptionPrefix(host) + group;
    }

    /** What the names of a host's subscriptions to groups begin with, before the group's name. */
    public static String subscriptionPrefix(HostName host) {
        return host + ".group-";
    }

    /** The queue in which {@link #CONTROL_ALL} keeps what this host has not fetched yet. */
    public static String subscriptionToControl(HostName host) {
        return host + ".control";
    }

    /** A queue of a multicast address, as consumers and security settings name it. */
    public static String qualified(String address, String queue) {
        return address + "::" + queue;
    }
}
