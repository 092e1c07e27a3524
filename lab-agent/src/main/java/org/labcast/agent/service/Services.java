package org.labcast.agent.service;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.labcast.agent.conf.AgentPaths;
import org.labcast.agent.core.HealthStatus;
import org.labcast.agent.core.RunnerLimits;
import org.labcast.agent.intake.ReportBudget;
import org.labcast.agent.link.LinkListener.Guest;
import org.labcast.agent.process.CallTags;
import org.labcast.agent.process.OrphanReaper;
import org.labcast.agent.process.ProgramRunner;
import org.labcast.agent.worker.ServiceChanges;
import org.labcast.model.Bytes;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.pgp.SignaturePolicy;
import org.labcast.transport.pgp.SignatureVerifier;
import org.labcast.transport.pgp.TrustStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The services of this host: what they are made of, and how they come and go. */
public final class Services implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Services.class);

    private final Installations installations;
    private final PortOffers offers;
    private final Installer installer;
    private final CallTags marks;
    private final OrphanReaper orphans;
    private final Provider provider;

    /** @param administrators whom this host trusts now */
    public Services(
            AgentPaths paths,
            HostCredentials me,
            Supplier<TrustStore> administrators,
            HealthStatus health,
            Clock clock,
            ServiceTimeouts timeouts) {
        installations = new Installations(paths.services());
        offers = new PortOffers(administrators);
        installer = new Installer(installations, offers, clock);

        String agent =
                Bytes.utf8("marks " + me.secret().secret().value()).sha256().substring(0, 16);
        marks = new CallTags(me.identity().host(), agent);
        orphans = new OrphanReaper(me.identity().host(), timeouts.grace());
        ProgramRunner programs =
                new ProgramRunner(marks, paths.services(), timeouts.grace(), RunnerLimits.DEFAULT.pipeGrace());

        SignatureVerifier verifier = new SignatureVerifier(clock, SignaturePolicy.standard());
        CallAuthorizer gate = new CallAuthorizer(verifier, offers, me.identity(), new ReportBudget(clock));
        CallRegistry.Staff staff = new CallRegistry.Staff(
                me,
                gate,
                new CallRules(offers),
                programs,
                Executors.newCachedThreadPool(DaemonThreads.named("call")),
                timeouts);
        provider = new Provider(offers, staff, new HealthReporter(health), clock);
    }

    public ServiceChanges changes() {
        return installer;
    }

    /** Ends what an earlier life of the agent has left running, and offers what was installed in it. To be called first. */
    public void restore() {
        orphans.endCalls(marks);
        installations.all().forEach(this::restore);
    }

    private void restore(Installation installed) {
        OfferReader.Reading read = OfferReader.read(installed);
        read.problems().forEach(problem -> LOG.warn("{} is not offered: {}", installed.component(), problem));
        offers.put(read.offers());
    }

    /** Serves callers over a connection. */
    public Guest serve(BusConnection connection) {
        return provider.serve(connection);
    }

    @Override
    public void run() {
        provider.run();
    }

    public void stop() {
        provider.stop();
    }
}
