package org.labcast.deploy.chaos;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.labcast.model.OrderId;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.home.PublisherHome;
import org.labcast.publisher.report.JsonReport;

/** A broker, agents and an administrator on this machine, with all around them that can go wrong. */
final class Lab implements AutoCloseable {
    static final Duration HEALING = Duration.ofMinutes(5);
    private static final String LONG_AGO = "-10d";
    private static final int AGENT_MEGABYTES = 24;
    private static final int HOME_MEGABYTES = 64;
    private static final int BROKER_MEGABYTES = 160;

    private final Path image;
    private final Path folder;
    private final Program broker;
    private final List<Program> agents = new ArrayList<>();
    private final Map<String, Link> links = new HashMap<>();
    private final Map<String, SmallDisk> disks = new HashMap<>();
    private final Map<String, WrongClock> clocks = new HashMap<>();

    /** @param mounts whether file systems may be mounted */
    Lab(Path image, Path folder, int hosts, boolean mounts) throws Exception {
        this.image = image;
        this.folder = folder;
        List<String> names =
                IntStream.rangeClosed(1, hosts).mapToObj(i -> "lab-" + i).toList();
        if (mounts) {
            disks.put("admin", SmallDisk.mount(home(), HOME_MEGABYTES));
            disks.put("broker", SmallDisk.mount(home().resolve("broker"), BROKER_MEGABYTES));
            for (String name : names) {
                disks.put(name, SmallDisk.mount(folder.resolve(name + "/state"), AGENT_MEGABYTES));
            }
        }
        for (String name : Stream.concat(Stream.of("admin"), names.stream()).toList()) {
            WrongClock.in(folder.resolve(name + ".clock")).ifPresent(clock -> clocks.put(name, clock));
        }
        // Keys that are older than any wrong clock says: a key does not sign before it was made.
        setClocks(LONG_AGO);
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        for (String name : Stream.concat(Stream.of("admin"), names.stream()).toList()) {
            links.put(name, new Link(port));
        }
        String way = "tcp://127.0.0.1:" + link("admin").port();
        must("init", "--realm", "chaos", "--name", "admin", "--listen", "127.0.0.1:" + port, "--broker", way);
        broker = Program.start("broker", program("publisher", "broker", "--home", home().toString()), Map.of(), folder);
        await("the broker is ready", () -> broker.ready() > 0);
        must(Stream.concat(Stream.of("invite"), names.stream()).toArray(String[]::new));
        for (String name : names) {
            Path invitation = home().resolve("invitations/" + name + ".json");
            Files.writeString(
                    invitation,
                    Files.readString(invitation)
                            .replace(way, "tcp://127.0.0.1:" + link(name).port()));
            agents.add(agent(name, name, name));
        }
        await("the agents are ready", () -> agents.stream().allMatch(agent -> agent.ready() > 0));
        must("hosts");
        setClocks(WrongClock.RIGHT);
    }

    private void setClocks(String by) throws IOException {
        for (WrongClock clock : clocks.values()) {
            clock.set(by);
        }
    }

    Path folder() {
        return folder;
    }

    Program broker() {
        return broker;
    }

    List<Program> agents() {
        return agents;
    }

    Link link(String name) {
        return java.util.Objects.requireNonNull(links.get(name));
    }

    Optional<SmallDisk> disk(String name) {
        return Optional.ofNullable(disks.get(name));
    }

    Optional<WrongClock> clock(String name) {
        return Optional.ofNullable(clocks.get(name));
    }

    private Path home() {
        return folder.resolve("home");
    }

    private List<String> program(String name, String... arguments) {
        return Stream.concat(Stream.of(image.resolve("bin/" + name).toString()), Stream.of(arguments))
                .toList();
    }

    private Map<String, String> clockOf(String name) {
        return clock(name).map(WrongClock::environment).orElse(Map.of());
    }

    /**
     * Starts an agent.
     *
     * @param name of its log
     * @param files in which folder of the lab they are
     * @param host as which it joins
     */
    Program agent(String name, String files, String host) throws IOException {
        List<String> command = program(
                "lab-agent",
                "run",
                "--config",
                folder.resolve(files + "/config").toString(),
                "--state",
                folder.resolve(files + "/state").toString(),
                "--join",
                home().resolve("invitations/" + host + ".json").toString());
        return Program.start(name, command, clockOf(host), folder);
    }

    /** Starts the administrator's program. */
    Process publisher(Path out, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(program("publisher", arguments));
        command.addAll(List.of("--home", home().toString()));
        return Program.launch(command, clockOf("admin"), out);
    }

    private void must(String... arguments) throws Exception {
        Path out = Files.createTempFile(folder, "publisher", ".out");
        int exit = publisher(out, arguments).waitFor();
        if (exit != 0) {
            throw new IllegalStateException(
                    "publisher " + String.join(" ", arguments) + " ended with " + exit + ":\n" + Files.readString(out));
        }
    }

    /** Takes in what waits on the broker, by the administrator's program. */
    void collect() throws Exception {
        publisher(folder.resolve("collect.out"), "jobs").waitFor();
    }

    /** The report of a job as JSON, from the administrator's store. Read here, since a program for each would take an hour. */
    String report(String job) {
        try (Wiring wiring = Wiring.of(new PublisherHome(home()))) {
            return JsonReport.render(wiring.reader(new OrderId(job)).read());
        }
    }

    /** As supervisors do: what has ended by itself is started again. */
    void supervise() throws IOException {
        broker.supervise();
        for (Program agent : agents) {
            agent.supervise();
        }
    }

    /** Everything is as it should be, but for what is still to be done. */
    void heal() throws Exception {
        for (SmallDisk disk : disks.values()) {
            disk.free();
        }
        setClocks(WrongClock.RIGHT);
        links.values().forEach(link -> link.become(Link.State.WHOLE));
        broker.signal("CONT");
        for (Program agent : agents) {
            agent.signal("CONT");
        }
        supervise();
    }

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + HEALING.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited " + HEALING.toSeconds() + " s in vain until " + what);
            }
            pause(100);
        }
    }

    static void pause(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }

    void kill() {
        agents.forEach(Program::end);
        broker.end();
    }

    @Override
    public void close() throws IOException {
        for (Link link : links.values()) {
            link.close();
        }
    }
}
