package org.labcast.deploy.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** What is done to a lab at random while jobs are pushed, and what became of these jobs. */
final class Storm implements AutoCloseable {
    static final Set<String> FINAL = Set.of("DONE", "STOPPED", "CANCELLED", "REFUSED", "EXPIRED");
    private static final List<String> OFFSETS = List.of("+2h", "-2h", "+3d", "-3d", "+4m", "-20m");
    private static final long LONGEST_WAIT_MINUTES = 2;
    private static final int MOST_UNDER_WAY = 4;

    private final Lab lab;
    private final Random random;
    private final Map<String, Pushed> jobs = new TreeMap<>();
    private final Map<String, Process> publishers = new HashMap<>();
    private final Map<String, Integer> trials = new TreeMap<>();

    Storm(Lab lab, long seed) {
        this.lab = lab;
        this.random = new Random(seed);
    }

    Map<String, Pushed> jobs() {
        return jobs;
    }

    /** How often each kind of thing was done. */
    Map<String, Integer> trials() {
        return trials;
    }

    int count() {
        return trials.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The exit codes of publishers that have ended by themselves, by job. */
    Optional<Integer> exitOf(String job) {
        return Optional.ofNullable(publishers.get(job))
                .filter(p -> !p.isAlive())
                .map(Process::exitValue);
    }

    void rage(int times) throws Exception {
        while (count() < times) {
            // a busy machine gets as much at once as it can do: else nothing would ever be posted there
            Lab.await("publishers come to an end", () -> underWay() < MOST_UNDER_WAY);
            push();
            Lab.pause(random.nextInt(1_500));
            trial();
            lab.supervise();
        }
    }

    private long underWay() {
        return publishers.values().stream().filter(Process::isAlive).count();
    }

    private void push() throws IOException {
        String host = lab.agents().get(random.nextInt(lab.agents().size())).name();
        push(host, "--wait", random.nextInt(4) + "s");
    }

    private Process push(String host, String... waiting) throws IOException {
        Pushed job = Pushed.write(lab.folder(), "j" + jobs.size(), host, random);
        jobs.put(job.name(), job);
        Process publisher = lab.publisher(
                job.said(),
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of("push", job.tasks().toString(), "--host", host, "--instant"),
                                java.util.stream.Stream.of(waiting))
                        .toArray(String[]::new));
        publishers.put(job.name(), publisher);
        return publisher;
    }

    private void trial() throws Exception {
        Program agent = lab.agents().get(random.nextInt(lab.agents().size()));
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5, 6 -> kill(agent);
            case 7 -> stopAndContinue(agent);
            case 8, 9 -> kill(lab.broker());
            case 10 -> stopAndContinue(lab.broker());
            case 11, 12 -> killPublisher();
            case 13 -> cancel();
            case 14 -> cut(random.nextInt(4) == 0 ? "admin" : agent.name());
            case 15 -> fill(agent.name(), agent);
            case 16 -> fill("broker", lab.broker());
            case 17 -> fill("admin", agent);
            case 18 -> setClock(agent.name(), agent);
            default -> setClock("admin", agent);
        }
    }

    private void tried(String what) {
        trials.merge(what, 1, Integer::sum);
    }

    private void kill(Program program) throws Exception {
        long before = program.ready();
        program.kill();
        Lab.pause(random.nextInt(1_000));
        program.start();
        if (program == lab.broker()) {
            tried("broker killed");
            // else all that follows would only meet a broker that is not there
            awaitBroker(before);
        } else {
            tried("agent killed");
        }
    }

    private void awaitBroker(long before) throws Exception {
        long end = System.nanoTime() + Lab.HEALING.toNanos();
        while (lab.broker().ready() <= before) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the broker does not come back");
            }
            lab.broker().supervise();
            Lab.pause(200);
        }
    }

    private void stopAndContinue(Program program) throws Exception {
        tried(program == lab.broker() ? "broker stopped" : "agent stopped");
        program.signal("STOP");
        Lab.pause(random.nextInt(3_000));
        program.signal("CONT");
    }

    private void killPublisher() throws InterruptedException {
        tried("publisher killed");
        Objects.requireNonNull(publishers.get("j" + (jobs.size() - 1)))
                .destroyForcibly()
                .waitFor();
    }

    private void cancel() throws IOException {
        Optional<Pushed> last = jobs.values().stream()
                .filter(job -> job.id().isPresent())
                .reduce((one, other) -> random.nextInt(3) == 0 ? one : other);
        if (last.isPresent()) {
            tried("cancelled");
            String id = last.get().id().orElseThrow();
            publishers.put("cancel" + count(), lab.publisher(lab.folder().resolve("cancel.out"), "cancel", id));
        }
    }

    private void cut(String whose) throws Exception {
        boolean cut = random.nextBoolean();
        tried(cut ? "link cut" : "link silent");
        lab.link(whose).become(cut ? Link.State.CUT : Link.State.SILENT);
        Lab.pause(random.nextInt(4_000));
        lab.link(whose).become(Link.State.WHOLE);
    }

    /** Some of those that meet a full disk are killed, too. */
    private void fill(String whose, Program user) throws Exception {
        Optional<SmallDisk> disk = lab.disk(whose);
        if (disk.isEmpty()) {
            return;
        }
        tried((whose.startsWith("lab-") ? "agent" : whose) + "'s disk filled");
        disk.get().fill();
        if (!whose.equals("broker")) {
            push(user.name(), "--wait", "2s");
        }
        Lab.pause(random.nextInt(3_000));
        if (random.nextInt(3) == 0) {
            long before = user.ready();
            user.kill();
            user.start();
            Lab.pause(random.nextInt(2_000));
            disk.get().free();
            if (user == lab.broker()) {
                awaitBroker(before);
            }
        }
        disk.get().free();
    }

    private void setClock(String whose, Program user) throws Exception {
        Optional<WrongClock> clock = lab.clock(whose);
        if (clock.isEmpty()) {
            return;
        }
        tried((whose.equals("admin") ? "admin" : "agent") + "'s clock set");
        clock.get().set(OFFSETS.get(random.nextInt(OFFSETS.size())));
        Lab.pause(random.nextInt(1_500));
        push(user.name(), "--wait", "2s");
        Lab.pause(random.nextInt(3_000));
        if (random.nextInt(3) == 0) {
            user.kill();
            user.start();
            Lab.pause(random.nextInt(3_000));
        }
        clock.get().set(WrongClock.RIGHT);
    }

    /** A copy of a host that is at rest, beside it: of the two, one does what comes. */
    void copyAHost() throws Exception {
        Program original = lab.agents().get(0);
        original.kill();
        Path copy = lab.folder().resolve("copy");
        new ProcessBuilder("cp", "-a", lab.folder().resolve(original.name()).toString(), copy.toString())
                .start()
                .waitFor();
        long before = original.ready();
        original.start();
        Lab.await("the original is ready", () -> original.ready() > before);
        Program clone = lab.agent("copy-of-" + original.name(), "copy", original.name());
        for (int i = 0; i < 3; i++) {
            push(original.name(), "--wait", "30s").waitFor();
        }
        clone.kill(); // whatever it still has in hand is the original's too
        tried("host copied");
    }

    /** All is well again, and every host has said its last word about every job that is known to be posted. */
    Map<String, JsonNode> end() throws Exception {
        lab.heal();
        for (Process publisher : publishers.values()) {
            if (!publisher.waitFor(LONGEST_WAIT_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("a publisher does not end: " + publisher.info());
            }
        }
        Map<String, JsonNode> reports = new HashMap<>();
        Set<String> open = new HashSet<>();
        jobs.values().stream().filter(job -> job.id().isPresent()).forEach(job -> open.add(job.name()));
        long quiet = System.nanoTime() + Lab.HEALING.toNanos();
        while (!open.isEmpty() && System.nanoTime() < quiet) {
            lab.collect();
            for (String name : List.copyOf(open)) {
                JsonNode report = report(name);
                reports.put(name, report);
                if (FINAL.contains(report.at("/hosts/0/state").asText())) {
                    open.remove(name);
                    quiet = System.nanoTime() + Lab.HEALING.toNanos();
                }
            }
            lab.supervise();
        }
        return reports;
    }

    private JsonNode report(String name) throws IOException {
        String id = Objects.requireNonNull(jobs.get(name)).id().orElseThrow();
        String text = lab.report(id);
        Files.writeString(lab.folder().resolve(name + ".json"), text);
        return text.isEmpty() ? new ObjectMapper().createObjectNode() : new ObjectMapper().readTree(text);
    }

    /** Nothing that was started runs on, also when this program is told to end. */
    void kill() {
        publishers.values().forEach(Process::destroyForcibly);
        lab.kill();
    }

    @Override
    public void close() throws IOException {
        kill();
        lab.close();
    }
}
