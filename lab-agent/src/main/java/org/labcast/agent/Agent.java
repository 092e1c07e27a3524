package org.labcast.agent;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.labcast.agent.conf.AgentConf;
import org.labcast.agent.conf.AgentPaths;
import org.labcast.agent.core.AgentVersion;
import org.labcast.agent.core.HealthStatus;
import org.labcast.agent.core.HostIdentity;
import org.labcast.agent.core.HostSecret;
import org.labcast.agent.core.PrivateFiles;
import org.labcast.agent.core.RunnerLimits;
import org.labcast.agent.core.ThreadSupervisor;
import org.labcast.agent.intake.CurrentJob;
import org.labcast.agent.intake.MessageAuthorizer;
import org.labcast.agent.intake.OrderReceiver;
import org.labcast.agent.intake.TrustFolder;
import org.labcast.agent.ledger.BlockingLedger;
import org.labcast.agent.ledger.JobRecord;
import org.labcast.agent.ledger.Ledger;
import org.labcast.agent.ledger.LedgerState;
import org.labcast.agent.link.BrokerLink;
import org.labcast.agent.link.ConnectionNote;
import org.labcast.agent.link.DuplicateHostAlert;
import org.labcast.agent.link.EnrolmentSender;
import org.labcast.agent.link.LinkListener;
import org.labcast.agent.link.PresencePublisher;
import org.labcast.agent.link.PresenceWriter;
import org.labcast.agent.machine.FactsCollector;
import org.labcast.agent.outbox.BrokerSender;
import org.labcast.agent.outbox.Outbox;
import org.labcast.agent.outbox.ReceiptReader;
import org.labcast.agent.outbox.Reporter;
import org.labcast.agent.output.Spool;
import org.labcast.agent.process.KeptCommandRunner;
import org.labcast.agent.process.OrphanReaper;
import org.labcast.agent.rules.RuleFolder;
import org.labcast.agent.service.HostCredentials;
import org.labcast.agent.service.ServiceTimeouts;
import org.labcast.agent.service.Services;
import org.labcast.agent.session.Boots;
import org.labcast.agent.session.Sessions;
import org.labcast.agent.task.CorrectionLimits;
import org.labcast.agent.task.TaskRunner;
import org.labcast.agent.worker.Fetcher;
import org.labcast.agent.worker.MachineCorrections;
import org.labcast.agent.worker.MachineExecutor;
import org.labcast.agent.worker.TaskExecutor;
import org.labcast.agent.worker.Worker;
import org.labcast.model.OrderId;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.pgp.SecretKey;
import org.labcast.transport.pgp.SignaturePolicy;
import org.labcast.transport.pgp.SignatureVerifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running agent: all that it is made of, read from top to bottom, and how it comes and goes. */
public final class Agent implements LinkListener {
    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);

    /** Exit code; systemd starts the agent again. */
    private static final int IMAGE_REPLACED = 75;

    private final AgentConf conf;
    private final PrintStream out;
    private final CompletableFuture<Void> stop = new CompletableFuture<>();
    private final Ledger ledger;
    private final BlockingLedger blockingLedger;
    private final BrokerSender broker;
    private final Worker worker;
    private final Services services;
    private final PresencePublisher presencePublisher;
    private final EnrolmentSender enrolmentSender;
    private final ConnectionNote note;
    private final BrokerLink link;
    private final DuplicateHostAlert duplicate;
    private final ThreadSupervisor threads = new ThreadSupervisor(stop);

    /**
     * Puts the agent together; nothing runs yet.
     *
     * @param out where {@code ready} is said
     */
    public Agent(AgentPaths paths, Clock clock, PrintStream out) {
        this(paths, clock, out, ServiceTimeouts.USUAL);
    }

    Agent(AgentPaths paths, Clock clock, PrintStream out, ServiceTimeouts timeouts) {
        this.conf = AgentConf.read(paths.conf());
        this.out = out;
        AgentConf.Limits limits = conf.limits();
        HostIdentity identity = conf.identity();
        HealthStatus health = new HealthStatus();

        SecretKey hostKey = SecretKey.read(PrivateFiles.read(paths.hostKey()).toArray(), clock);
        TrustFolder trust = new TrustFolder(paths.trust(), health);
        MessageAuthorizer authorizer =
                new MessageAuthorizer(new SignatureVerifier(clock, SignaturePolicy.standard()), trust, identity, clock);

        ledger = Ledger.open(paths.ledger());
        blockingLedger = new BlockingLedger(ledger, health);
        OrphanReaper orphans = new OrphanReaper(identity.host(), limits.killGrace());
        CurrentJob current = new CurrentJob(orphans::end);
        OrderReceiver receiver =
                new OrderReceiver(authorizer, blockingLedger, current, identity, conf.publisher(), clock);

        Spool spool = new Spool(paths.spool());
        Supplier<String> boot = Boots.ofThisMachine().machine();
        KeptCommandRunner commands = new KeptCommandRunner(identity.host(), spool, runnerLimits(limits), boot, clock);
        CorrectionLimits corrections = new CorrectionLimits(
                limits.corrections().most(), limits.corrections().attempts());
        MachineCorrections rules = new MachineCorrections(
                new RuleFolder(paths.rules()), limits.corrections().sudo(), clock);
        TaskRunner tasks = new TaskRunner(commands, rules, corrections);
        Sessions sessions = new Sessions(identity.host(), paths.shells(), spool, runnerLimits(limits), boot, clock);
        sessions.keepOnly(openJobs());
        commands.keepOnly(openJobs());
        Runnable tidy = () -> {
            commands.keepOnly(openJobs());
            spool.prune(
                    clock.instant(), limits.outputAge(), limits.outputBytes(), ledger.read(LedgerState::awaitedOrders));
        };
        HostSecret secret = HostSecret.in(paths.hostSecret());
        services = new Services(paths, new HostCredentials(identity, hostKey, secret), trust, health, clock, timeouts);
        TaskExecutor executor = new MachineExecutor(tasks, rules, sessions, services.changes(), orphans);
        worker = new Worker(blockingLedger, authorizer, executor, current, tidy, clock);
        Fetcher fetcher = new Fetcher(blockingLedger, spool);

        broker = new BrokerSender(ledger.signal());
        Outbox outbox = new Outbox(blockingLedger, identity, hostKey, secret, clock);
        Reporter reporter = new Reporter(ledger, outbox, broker, health, clock);
        FactsCollector facts = new FactsCollector(Path.of("/"), identity.host(), identity.groups(), AgentVersion.TEXT);
        PresenceWriter presence = new PresenceWriter(identity, trust, facts::collect, health, clock);
        presencePublisher = new PresencePublisher(presence, broker, hostKey, secret, limits.presence());

        duplicate = new DuplicateHostAlert(identity, conf.publisher(), hostKey, secret, clock);
        enrolmentSender = new EnrolmentSender(paths, hostKey, conf.publisher());
        note = new ConnectionNote(paths.connection(), clock);
        ReceiptReader receipts = new ReceiptReader(blockingLedger, outbox, identity, receiver, clock);
        link = new BrokerLink(conf.endpoint(paths), identity, receipts, broker, this, clock);

        threads.add(
                "services",
                services,
                services::stop,
                timeouts.grace().plus(timeouts.post()).plusSeconds(2));
        threads.add("worker", worker, worker::stop, limits.killGrace().plusSeconds(5));
        threads.add("corrections", MachineCorrections::rehearse, () -> {}, Duration.ofSeconds(1));
        threads.add("fetcher", fetcher, fetcher::stop, Duration.ofSeconds(2));
        threads.add("reporter", reporter, reporter::stop, Duration.ofSeconds(5));
        threads.add("attendance", presencePublisher, presencePublisher::stop, Duration.ofSeconds(2));
        ImageWatch image = new ImageWatch(ImageWatch.ofThisProgram(), Agent::endAtOnce);
        threads.add("image", image, image::stop, Duration.ofSeconds(1));
    }

    /**
     * Works until {@link #stop}.
     *
     * @return whether it stopped because it was asked to
     */
    public boolean run() {
        services.restore();
        threads.start();
        note.disconnected("starting");
        try {
            link.run(stop);
        } finally {
            blockingLedger.stop();
            threads.stop();
            note.disconnected("stopped");
            ledger.close();
        }
        return !threads.isBroken();
    }

    /** In good order it cannot end: that may need classes that are no longer there. A job's shell goes on, and the ledger says the rest. */
    private static void endAtOnce(Path jar) {
        LOG.error(
                "{} was written over while the agent runs from it: it ends, to be started again with what is there now. libexec/install"
                        + " puts another version beside the running one.",
                jar);
        Runtime.getRuntime().halt(IMAGE_REPLACED);
    }

    /** Asks it to end in good order; {@link #run} then returns. */
    public void stop() {
        stop.complete(null);
    }

    @Override
    public LinkListener.Guest connected(BusConnection connection) {
        LinkListener.Guest guest = services.serve(connection);
        worker.begin();
        introduce();
        presencePublisher.renew();
        note.connected(conf.url());
        LOG.info("connected to {}", conf.url());
        out.println("ready " + conf.identity().host() + " in " + conf.identity().realm());
        out.flush();
        return guest;
    }

    /** What does not come off now is tried again with the next connection, and keeps nobody from working. */
    private void introduce() {
        try {
            broker.sender()
                    .filter(enrolmentSender::send)
                    .ifPresent(sent -> LOG.info("introduced to {}", conf.publisher()));
        } catch (BusException e) {
            LOG.warn("Not introduced yet: {}", e.getMessage());
        }
    }

    @Override
    public void shutOut(BusConnection connection) {
        duplicate.send(connection);
    }

    @Override
    public void disconnected(String why) {
        note.disconnected(why);
        LOG.warn("{} Trying again.", why);
    }

    @Override
    public void closing() {
        blockingLedger.stop();
        threads.stop();
    }

    private Set<OrderId> openJobs() {
        return ledger.read(LedgerState::jobs).stream().map(JobRecord::id).collect(Collectors.toSet());
    }

    private static RunnerLimits runnerLimits(AgentConf.Limits limits) {
        RunnerLimits usual = RunnerLimits.DEFAULT;
        return new RunnerLimits(
                limits.killGrace(), usual.pipeGrace(), usual.head(), usual.tail(), usual.kept(), usual.reserve());
    }
}
