package org.labcast.agent.command;

import java.time.Clock;
import org.labcast.agent.conf.AgentConf;
import org.labcast.agent.conf.AgentPaths;
import org.labcast.agent.core.PrivateFiles;
import org.labcast.services.client.LabServices;
import org.labcast.transport.jms.Browser;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.pgp.SecretKey;
import org.labcast.transport.pgp.SignaturePolicy;
import org.labcast.transport.pgp.SignatureVerifier;
import org.labcast.transport.pgp.TrustStore;

/** The lab's services, called with the key of this host; the agent may run beside. */
public final class HostServices implements AutoCloseable {
    private final BusConnection directory;
    private final LabServices services;

    public HostServices(AgentPaths paths, Clock clock) {
        AgentConf conf = AgentConf.read(paths.conf());
        Endpoint endpoint = conf.endpoint(paths);
        SecretKey key = SecretKey.read(PrivateFiles.read(paths.hostKey()).toArray(), clock);
        directory = BusConnection.open(endpoint);
        HostDirectory hosts = new HostDirectory(
                conf.identity().realm(),
                new Browser(directory),
                new SignatureVerifier(clock, SignaturePolicy.standard()),
                TrustStore.ofDirectory(paths.trust()));
        try {
            services = LabServices.openAsHost(endpoint, conf.identity().realm(), key, hosts, clock);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    public LabServices services() {
        return services;
    }

    @Override
    public void close() {
        services.close();
        directory.close();
    }
}
