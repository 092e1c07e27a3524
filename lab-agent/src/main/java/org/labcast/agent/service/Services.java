package org.labcast.agent.service;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.labcast.agent.Trouble;
import org.labcast.agent.conf.Places;
import org.labcast.agent.exec.CallMarks;
import org.labcast.agent.exec.Leftovers;
import org.labcast.agent.exec.ProgramRunner;
import org.labcast.agent.exec.RunnerLimits;
import org.labcast.agent.intake.ReportBudget;
import org.labcast.agent.link.LinkListener.Guest;
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
    private final Offers offers;
    private final Installer installer;
    private final CallMarks marks;
    private final Leftovers leftovers;
    private final Provider provider;

    /** @param administrators whom this host trusts now */
    public Services(
            Places places, Identity me, Supplier<TrustStore> administrators, Trouble trouble, Clock clock, Pace pace) {
        installations = new Installations(places.services());
        offers = new Offers(administrators);
        installer = new Installer(installations, offers, clock);

        String agent =
                Bytes.utf8("marks " + me.secret().secret().value()).sha256().substring(0, 16);
        marks = new CallMarks(me.self().host(), agent);
        leftovers = new Leftovers(me.self().host(), pace.grace());
        ProgramRunner programs =
                new ProgramRunner(marks, places.services(), pace.grace(), RunnerLimits.DEFAULT.pipeGrace());

        SignatureVerifier verifier = new SignatureVerifier(clock, SignaturePolicy.standard());
        CallGate gate = new CallGate(verifier, offers, me.self(), new ReportBudget(clock));
        CallBook.Staff staff = new CallBook.Staff(
                me, gate, new CallRules(offers), programs, Executors.newCachedThreadPool(Daemons.named("call")), pace);
        provider = new Provider(offers, staff, new Complaints(trouble), clock);
    }

    public ServiceChanges changes() {
        return installer;
    }

    /** Ends what an earlier life of the agent has left running, and offers what was installed in it. To be called first. */
    public void restore() {
        leftovers.endCalls(marks);
        installations.all().forEach(this::restore);
    }

    private void restore(Installation installed) {
        Descriptions.Reading read = Descriptions.read(installed);
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
