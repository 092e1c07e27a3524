package org.labcast.deploy.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Kills and stops the programs of a lab at random and counts what their commands did; started by {@code deploy/chaos}. */
public final class Chaos {
    private static final Duration HEALING = Duration.ofMinutes(5);
    private static final Pattern POSTED = Pattern.compile("Posted ([a-z2-7]{16}) ");
    private static final Set<String> FINAL = Set.of("DONE", "STOPPED", "CANCELLED", "REFUSED");
    private static final int COMMANDS = 4;

    private final Path image;
    private final Path lab;
    private final Path words;
    private final Random random;
    private final List<Service> agents = new ArrayList<>();
    private final Map<String, Pushed> jobs = new TreeMap<>();
    private final List<Process> publishers = new ArrayList<>();
    private final Service broker;
    private int trials;

    /** One job as it was pushed: to one host, with a word for each command. */
    private record Pushed(String name, String host, Path said) {
        String word(int command) {
            return name + "-" + command;
        }
    }

    /** A program that is started again after it was killed. */
    private final class Service {
        private final String name;
        private final List<String> command;
        private Process process;

        Service(String name, List<String> command) throws IOException {
            this.name = name;
            this.command = command;
            this.process = launch();
        }

        private Process launch() throws IOException {
            File log = lab.resolve(name + ".log").toFile();
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
        }

        void start() throws IOException {
            process = launch();
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        void signal(String signal) throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }

        /** How often it has said that it is ready. */
        long ready() {
            try (Stream<String> lines = Files.lines(lab.resolve(name + ".log"), StandardCharsets.UTF_8)) {
                return lines.filter(line -> line.startsWith("ready")).count();
            } catch (IOException e) {
                return 0;
            }
        }
    }

    private Chaos(Path image, Path lab, long seed, int hosts) throws Exception {
        this.image = image;
        this.lab = lab;
        this.words = Files.createDirectory(lab.resolve("words"));
        this.random = new Random(seed);
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        must("init", "--realm", "chaos", "--name", "admin", "--listen", "127.0.0.1:" + port);
        broker = new Service("broker", program("publisher", "broker", "--home", home()));
        await("the broker is ready", () -> broker.ready() > 0);
        List<String> names =
                IntStream.rangeClosed(1, hosts).mapToObj(i -> "lab-" + i).toList();
        must(Stream.concat(Stream.of("invite"), names.stream()).toArray(String[]::new));
        for (String name : names) {
            agents.add(new Service(name, agent(name, name)));
        }
        await("the agents are ready", () -> agents.stream().allMatch(agent -> agent.ready() > 0));
        must("hosts");
    }

    private String home() {
        return lab.resolve("home").toString();
    }

    private List<String> program(String name, String... arguments) {
        return Stream.concat(Stream.of(image.resolve("bin/" + name).toString()), Stream.of(arguments))
                .toList();
    }

    private List<String> agent(String folder, String name) {
        return program(
                "lab-agent",
                "run",
                "--config",
                lab.resolve(folder + "/config").toString(),
                "--state",
                lab.resolve(folder + "/state").toString(),
                "--join",
                lab.resolve("home/invitations/" + name + ".json").toString());
    }

    private Process publisher(Path out, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(program("publisher", arguments));
        command.addAll(List.of("--home", home()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
    }

    private String must(String... arguments) throws Exception {
        Path out = Files.createTempFile(lab, "publisher", ".out");
        int exit = publisher(out, arguments).waitFor();
        String said = Files.readString(out);
        if (exit != 0) {
            throw new IllegalStateException(
                    "publisher " + String.join(" ", arguments) + " ended with " + exit + ":\n" + said);
        }
        return said;
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + HEALING.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited " + HEALING.toSeconds() + " s in vain until " + what);
            }
            pause(100);
        }
    }

    private static void pause(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }

    // --- trials ------------------------------------------------------------------------------------------------------

    private void round(int kills) throws Exception {
        while (trials < kills) {
            push();
            pause(random.nextInt(1_500));
            trial();
            trials++;
        }
    }

    /** Commands that are not idempotent: each appends its word, some of them before they take a while. */
    private void push() throws IOException {
        String name = "j" + jobs.size();
        String host = agents.get(random.nextInt(agents.size())).name;
        Pushed job = new Pushed(name, host, lab.resolve(name + ".out"));
        StringBuilder file = new StringBuilder(random.nextBoolean() ? "#@ state=off\n\n" : "");
        for (int i = 0; i < COMMANDS; i++) {
            String write = "echo " + job.word(i) + " >> " + words.resolve(host);
            file.append(random.nextInt(3) > 0 ? write + "; sleep 0." + random.nextInt(9) : "sleep 0.2; " + write);
            file.append('\n');
        }
        Path tasks = Files.writeString(lab.resolve(name + ".txt"), file);
        jobs.put(name, job);
        publishers.add(publisher(
                job.said(), "push", tasks.toString(), "--host", host, "--instant", "--wait", random.nextInt(4) + "s"));
    }

    private void trial() throws Exception {
        Service agent = agents.get(random.nextInt(agents.size()));
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                agent.kill();
                pause(random.nextInt(1_000));
                agent.start();
            }
            case 3 -> stopAndContinue(agent);
            case 4 -> {
                long before = broker.ready();
                broker.kill();
                pause(random.nextInt(1_000));
                broker.start();
                // else all that follows would only meet a broker that is not there
                await("the broker is ready", () -> broker.ready() > before);
            }
            case 5 -> stopAndContinue(broker);
            case 6 -> publishers.get(publishers.size() - 1).destroyForcibly().waitFor();
            default -> cancelSome();
        }
    }

    private void stopAndContinue(Service service) throws Exception {
        service.signal("STOP");
        pause(random.nextInt(3_000));
        service.signal("CONT");
    }

    private void cancelSome() throws IOException {
        List<String> posted =
                jobs.values().stream().flatMap(job -> id(job).stream()).toList();
        if (!posted.isEmpty()) {
            String job = posted.get(posted.size() - 1);
            publishers.add(publisher(lab.resolve("cancel-" + job + "-" + trials + ".out"), "cancel", job));
        }
    }

    private static Stream<String> ids(Pushed job) throws IOException {
        Matcher posted = POSTED.matcher(Files.readString(job.said()));
        return posted.results().map(found -> found.group(1));
    }

    private static Optional<String> id(Pushed job) {
        try {
            return ids(job).findFirst();
        } catch (IOException e) {
            return Optional.empty(); // not even begun
        }
    }

    /** A copy of a host that is at rest, beside it: of the two, one does what comes. */
    private void copyAHost() throws Exception {
        Service original = agents.get(0);
        original.kill();
        Path copy = lab.resolve("copy");
        new ProcessBuilder("cp", "-a", lab.resolve(original.name).toString(), copy.toString())
                .start()
                .waitFor();
        long before = original.ready();
        original.start();
        await("the original is ready", () -> original.ready() > before);
        Service clone = new Service("copy-of-" + original.name, agent("copy", original.name));
        for (int i = 0; i < 3; i++) {
            String name = "j" + jobs.size();
            Pushed job = new Pushed(name, original.name, lab.resolve(name + ".out"));
            StringBuilder file = new StringBuilder();
            for (int n = 0; n < COMMANDS; n++) {
                file.append("echo ")
                        .append(job.word(n))
                        .append(" >> ")
                        .append(words.resolve(original.name))
                        .append('\n');
            }
            Path tasks = Files.writeString(lab.resolve(name + ".txt"), file);
            jobs.put(name, job);
            publisher(job.said(), "push", tasks.toString(), "--host", original.name, "--instant", "--wait", "30s")
                    .waitFor();
        }
        clone.kill();
        trials++;
    }

    // --- the count
    // -----------------------------------------------------------------------------------------------------

    /** All programs run, and every host has said its last word about every job that is known to be posted. */
    private Map<String, JsonNode> heal() throws Exception {
        for (Process publisher : publishers) {
            if (!publisher.waitFor(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("a publisher does not end");
            }
        }
        for (Service agent : agents) {
            agent.signal("CONT");
        }
        broker.signal("CONT");
        Map<String, JsonNode> reports = new HashMap<>();
        long end = System.nanoTime() + HEALING.toNanos();
        Set<String> open = new HashSet<>(jobs.keySet());
        open.removeIf(name -> id(Objects.requireNonNull(jobs.get(name))).isEmpty());
        while (!open.isEmpty()) {
            for (String name : List.copyOf(open)) {
                JsonNode report =
                        report(id(Objects.requireNonNull(jobs.get(name))).orElseThrow());
                reports.put(name, report);
                if (FINAL.contains(report.at("/hosts/0/state").asText())) {
                    open.remove(name);
                }
            }
            if (System.nanoTime() > end) {
                return reports;
            }
        }
        return reports;
    }

    private JsonNode report(String id) throws Exception {
        Path out = Files.createTempFile(lab, "report", ".json");
        Path log = Files.createTempFile(lab, "report", ".log");
        List<String> command = program("publisher", "report", id, "--json", "--home", home());
        new ProcessBuilder(command)
                .redirectError(log.toFile())
                .redirectOutput(out.toFile())
                .start()
                .waitFor();
        return Files.size(out) == 0 ? new ObjectMapper().createObjectNode() : new ObjectMapper().readTree(out.toFile());
    }

    /** Prints the numbers; returns how many faults there are. */
    private int count(Map<String, JsonNode> reports) throws IOException {
        Map<String, Long> runs = new HashMap<>();
        try (Stream<Path> files = Files.list(words)) {
            for (Path file : files.toList()) {
                Files.readAllLines(file).forEach(word -> runs.merge(word, 1L, Long::sum));
            }
        }
        List<String> doubles = runs.entrySet().stream()
                .filter(run -> run.getValue() > 1)
                .map(run -> run.getKey() + " ran " + run.getValue() + " times")
                .toList();
        List<String> lost = new ArrayList<>();
        List<String> misreported = new ArrayList<>();
        reports.forEach((name, report) -> {
            String state = report.at("/hosts/0/state").asText();
            if (!FINAL.contains(state)) {
                lost.add(name + " is " + (state.isEmpty() ? "unknown" : state));
            }
            report.at("/hosts/0/tasks").forEach(task -> {
                String word = Objects.requireNonNull(jobs.get(name))
                        .word(task.get("task").asInt() - 1);
                boolean ran = runs.containsKey(word);
                String said = task.get("state").asText();
                if (said.equals("SUCCEEDED") != ran && (said.equals("SUCCEEDED") || said.equals("SKIPPED"))) {
                    misreported.add(word + " is " + said + (ran ? " and ran" : " and did not run"));
                }
            });
        });
        Map<String, Long> states = reports.values().stream()
                .flatMap(
                        report -> IntStream.range(0, report.at("/hosts/0/tasks").size())
                                .mapToObj(i -> report.at("/hosts/0/tasks/" + i + "/state")
                                        .asText()))
                .collect(Collectors.groupingBy(state -> state, TreeMap::new, Collectors.counting()));
        System.out.println("trials       " + trials);
        System.out.println("jobs         " + jobs.size() + ", " + reports.size() + " known to be posted");
        System.out.println("commands     " + COMMANDS * reports.size() + " " + states);
        System.out.println("runs         "
                + runs.values().stream().mapToLong(Long::longValue).sum());
        print("double runs ", doubles);
        print("lost        ", lost);
        print("misreported ", misreported);
        if (2 * reports.size() < jobs.size()) {
            System.out.println("Too few jobs were posted for these numbers to say anything.");
            return 1;
        }
        return doubles.size() + lost.size() + misreported.size();
    }

    private static void print(String what, List<String> faults) {
        System.out.println(what + " " + faults.size() + (faults.isEmpty() ? "" : " " + faults));
    }

    private void end() throws Exception {
        for (Service agent : agents) {
            agent.kill();
        }
        broker.kill();
        publishers.forEach(Process::destroyForcibly);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, Long> options = new HashMap<>(
                Map.of("--kills", 12L, "--agents", 3L, "--seed", System.nanoTime() & 0xFFFFFF, "--keep", 0L));
        for (int i = 1; i < arguments.length; i++) {
            String option = arguments[i];
            if (!options.containsKey(option) || (!option.equals("--keep") && i + 1 == arguments.length)) {
                System.err.println("chaos: unknown option or no number: '" + option + "'; see deploy/chaos --help.");
                System.exit(64);
            }
            options.put(option, option.equals("--keep") ? 1L : Long.parseLong(arguments[++i]));
        }
        long seed = Objects.requireNonNull(options.get("--seed"));
        System.out.println("seed         " + seed);
        Path lab = Files.createTempDirectory("labcast-chaos");
        int agents = Objects.requireNonNull(options.get("--agents")).intValue();
        Chaos chaos = new Chaos(Path.of(arguments[0]), lab, seed, agents);
        int faults = 1;
        try {
            chaos.round(Objects.requireNonNull(options.get("--kills")).intValue());
            chaos.heal();
            chaos.copyAHost();
            faults = chaos.count(chaos.heal());
        } finally {
            chaos.end();
            boolean keep = faults > 0 || Objects.requireNonNull(options.get("--keep")) > 0;
            if (keep) {
                System.out.println("kept         " + lab);
            } else {
                remove(lab);
            }
        }
        System.exit(faults == 0 ? 0 : 2);
    }
}
