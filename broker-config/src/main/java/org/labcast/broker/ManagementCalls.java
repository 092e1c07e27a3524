package org.labcast.broker;

import org.labcast.model.service.PortName;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.Management.Call;

/** The broker's management operations that provisioning needs. */
final class ManagementCalls {
    private ManagementCalls() {}

    /** Names are of labels and dots, so nothing in them needs escaping. */
    static Call create(QueueCreation.Wanted queue) {
        String definition = """
                {"name":"%s","address":"%s","routing-type":"%s","durable":true,"max-consumers":%d,\
                "last-value":%b,"non-destructive":%b,"auto-create-address":true,"auto-delete":false}""".formatted(
                        queue.name(),
                        queue.address(),
                        queue.multicast() ? "MULTICAST" : "ANYCAST",
                        queue.mostConsumers(),
                        queue.lastValue(),
                        queue.lastValue());
        boolean ignoreIfExists = true;
        return Call.of("createQueue", definition, ignoreIfExists);
    }

    static Call destroy(String queue) {
        boolean removeConsumers = true;
        return Call.of("destroyQueue", queue, removeConsumers);
    }

    /** With all queues of that address. */
    static Call deleteAddress(String address) {
        boolean force = true;
        return Call.of("deleteAddress", address, force);
    }

    /** Consuming for that role alone; everything else as for any address: administrators or nobody. */
    static Call permit(HostQueue queue, String role) {
        String all = Provisioning.ADMINISTRATORS;
        String nobody = "";
        return Call.of(
                "addSecuritySettings",
                queue.qualified(),
                /* send */ all,
                /* consume */ role,
                /* create and delete queues */ all,
                all,
                all,
                all,
                /* manage */ all,
                /* browse */ all,
                /* create and delete addresses */ nobody,
                nobody);
    }

    /** Consuming for those roles besides the administrators; sending for every host, since any may be a caller. */
    static Call permitCalls(PortName port, String roles) {
        String all = Provisioning.ADMINISTRATORS;
        String nobody = "";
        return Call.of(
                "addSecuritySettings",
                Addresses.calls(port),
                /* send */ callers(),
                /* consume */ all + "," + roles,
                /* create and delete queues */ all,
                all,
                all,
                all,
                /* manage */ all,
                /* browse */ all,
                /* create and delete addresses */ nobody,
                nobody);
    }

    static Call roles(PortName port) {
        return Call.of("getRolesAsJSON", Addresses.calls(port));
    }

    /** Makes its own queues for replies, under its own name. */
    static Call permitReplies(String user) {
        String all = Provisioning.ADMINISTRATORS;
        String own = all + "," + user;
        return Call.of(
                "addSecuritySettings",
                repliesOf(user),
                /* send */ callers(),
                /* consume */ own,
                /* create and delete durable queues */ all,
                all,
                /* create and delete non-durable queues */ own,
                own,
                /* manage */ all,
                /* browse */ all,
                /* create and delete addresses */ own,
                own);
    }

    static Call forbidReplies(String user) {
        return Call.of("removeSecuritySettings", repliesOf(user));
    }

    private static String repliesOf(String user) {
        return Addresses.replies(user) + "#";
    }

    private static String callers() {
        return Provisioning.ADMINISTRATORS + "," + Provisioning.HOSTS;
    }

    static Call forbid(HostQueue queue) {
        return Call.of("removeSecuritySettings", queue.qualified());
    }

    static Call addUser(BrokerUser brokerUser) {
        return user("addUser", brokerUser);
    }

    static Call resetUser(BrokerUser brokerUser) {
        return user("resetUser", brokerUser);
    }

    private static Call user(String operation, BrokerUser brokerUser) {
        boolean plaintext = false; // the broker keeps a salted hash
        return Call.of(operation, brokerUser.user(), brokerUser.password().value(), brokerUser.roles(), plaintext);
    }
}
