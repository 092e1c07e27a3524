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
import org.labcast.agent.conf.Places;
import org.labcast.agent.conf.PrivateFiles;
import org.labcast.agent.exec.CorrectionLimits;
import org.labcast.agent.exec.KeptCommandRunner;
import org.labcast.agent.exec.Leftovers;
import org.labcast.agent.exec.RunnerLimits;
import org.labcast.agent.exec.Spool;
import org.labcast.agent.exec.TaskRunner;
import org.labcast.agent.intake.Gate;
import org.labcast.agent.intake.Intake;
import org.labcast.agent.intake.Running;
import org.labcast.agent.intake.TrustFolder;
import org.labcast.agent.ledger.JobRecord;
import org.labcast.agent.ledger.Ledger;
import org.labcast.agent.ledger.LedgerState;
import org.labcast.agent.ledger.PatientLedger;
import org.labcast.agent.link.ConnectionNote;
import org.labcast.agent.link.Introduction;
import org.labcast.agent.link.Link;
import org.labcast.agent.link.LinkListener;
import org.labcast.agent.link.TwinNotice;
import org.labcast.agent.machine.FactsCollector;
import org.labcast.agent.outbox.Outbox;
import org.labcast.agent.outbox.ReceiptReader;
import org.labcast.agent.outbox.Reporter;
import org.labcast.agent.outbox.Uplink;
import org.labcast.agent.presence.Attendance;
import org.labcast.agent.presence.PresenceWriter;
import org.labcast.agent.rules.RuleFolder;
import org.labcast.agent.service.Identity;
import org.labcast.agent.service.Pace;
import org.labcast.agent.service.Services;
import org.labcast.agent.session.Boots;
import org.labcast.agent.session.Sessions;
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
    private final PatientLedger patientLedger;
    private final Uplink uplink;
    private final Worker worker;
    private final Services services;
    private final Attendance attendance;
    private final Introduction introduction;
    private final ConnectionNote note;
    private final Link link;
    private final TwinNotice twinNotice;
    private final Crew crew = new Crew(stop);

    /**
     * Puts the agent together; nothing runs yet.
     *
     * @param out where {@code ready} is said
     */
    public Agent(Places places, Clock clock, PrintStream out) {
        this(places, clock, out, Pace.USUAL);
    }

    Agent(Places places, Clock clock, PrintStream out, Pace pace) {
        this.conf = AgentConf.read(places.conf());
        this.out = out;
        AgentConf.Limits limits = conf.limits();
        Self self = conf.self();
        Trouble trouble = new Trouble();

        SecretKey hostKey = SecretKey.read(PrivateFiles.read(places.hostKey()).toArray(), clock);
        TrustFolder trust = new TrustFolder(places.trust(), trouble);
        Gate gate = new Gate(new SignatureVerifier(clock, SignaturePolicy.standard()), trust, self, clock);

        ledger = Ledger.open(places.ledger());
        patientLedger = new PatientLedger(ledger, trouble);
        Leftovers leftovers = new Leftovers(self.host(), limits.killGrace());
        Running running = new Running(leftovers::end);
        Intake intake = new Intake(gate, patientLedger, running, self, conf.publisher(), clock);

        Spool spool = new Spool(places.spool());
        Supplier<String> boot = Boots.ofThisMachine().machine();
        KeptCommandRunner commands = new KeptCommandRunner(self.host(), spool, runnerLimits(limits), boot, clock);
        CorrectionLimits corrections = new CorrectionLimits(
                limits.corrections().most(), limits.corrections().attempts());
        MachineCorrections rules = new MachineCorrections(
                new RuleFolder(places.rules()), limits.corrections().sudo(), clock);
        TaskRunner tasks = new TaskRunner(commands, rules, corrections);
        Sessions sessions = new Sessions(self.host(), places.shells(), spool, runnerLimits(limits), boot, clock);
        sessions.keepOnly(openJobs());
        commands.keepOnly(openJobs());
        Runnable tidy = () -> {
            commands.keepOnly(openJobs());
            spool.prune(
                    clock.instant(), limits.outputAge(), limits.outputBytes(), ledger.read(LedgerState::awaitedOrders));
        };
        HostSecret secret = HostSecret.in(places.hostSecret());
        services = new Services(places, new Identity(self, hostKey, secret), trust, trouble, clock, pace);
        TaskExecutor executor = new MachineExecutor(tasks, rules, sessions, services.changes(), leftovers);
        worker = new Worker(patientLedger, gate, executor, running, tidy, clock);
        Fetcher fetcher = new Fetcher(patientLedger, spool);

        uplink = new Uplink(ledger.bell());
        Outbox outbox = new Outbox(patientLedger, self, hostKey, secret, clock);
        Reporter reporter = new Reporter(ledger, outbox, uplink, trouble, clock);
        FactsCollector facts = new FactsCollector(Path.of("/"), self.host(), self.groups(), Version.TEXT);
        PresenceWriter presence = new PresenceWriter(self, trust, facts::collect, trouble, clock);
        attendance = new Attendance(presence, uplink, hostKey, secret, limits.presence());

        twinNotice = new TwinNotice(self, conf.publisher(), hostKey, secret, clock);
        introduction = new Introduction(places, hostKey, conf.publisher());
        note = new ConnectionNote(places.connection(), clock);
        ReceiptReader receipts = new ReceiptReader(patientLedger, outbox, self, intake, clock);
        link = new Link(conf.endpoint(places), self, receipts, uplink, this, clock);

        crew.add(
                "services",
                services,
                services::stop,
                pace.grace().plus(pace.post()).plusSeconds(2));
        crew.add("worker", worker, worker::stop, limits.killGrace().plusSeconds(5));
        crew.add("corrections", MachineCorrections::rehearse, () -> {}, Duration.ofSeconds(1));
        crew.add("fetcher", fetcher, fetcher::stop, Duration.ofSeconds(2));
        crew.add("reporter", reporter, reporter::stop, Duration.ofSeconds(5));
        crew.add("attendance", attendance, attendance::stop, Duration.ofSeconds(2));
        ImageWatch image = new ImageWatch(ImageWatch.ofThisProgram(), Agent::endAtOnce);
        crew.add("image", image, image::stop, Duration.ofSeconds(1));
    }

    /**
     * Works until {@link #stop}.
     *
     * @return whether it stopped because it was asked to
     */
    public boolean run() {
        services.restore();
        crew.start();
        note.disconnected("starting");
        try {
            link.run(stop);
        } finally {
            patientLedger.stop();
            crew.stop();
            note.disconnected("stopped");
            ledger.close();
        }
        return !crew.isBroken();
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
        attendance.renew();
        note.connected(conf.url());
        LOG.info("connected to {}", conf.url());
        out.println("ready " + conf.self().host() + " in " + conf.self().realm());
        out.flush();
        return guest;
    }

    /** What does not come off now is tried again with the next connection, and keeps nobody from working. */
    private void introduce() {
        try {
            uplink.sender()
                    .filter(introduction::send)
                    .ifPresent(sent -> LOG.info("introduced to {}", conf.publisher()));
        } catch (BusException e) {
            LOG.warn("Not introduced yet: {}", e.getMessage());
        }
    }

    @Override
    public void shutOut(BusConnection connection) {
        twinNotice.send(connection);
    }

    @Override
    public void disconnected(String why) {
        note.disconnected(why);
        LOG.warn("{} Trying again.", why);
    }

    @Override
    public void closing() {
        patientLedger.stop();
        crew.stop();
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
