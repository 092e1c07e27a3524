package org.labcast.deploy.chaos;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Does to the programs of a lab what may happen to them, and counts what their commands did; started by {@code deploy/chaos}. */
public final class Chaos {
    private Chaos() {}

    /** @param arguments the image, the folder of the lab, whether file systems may be mounted there, and those of the user */
    public static void main(String[] arguments) throws Exception {
        Map<String, Long> options =
                new HashMap<>(Map.of("--kills", 12L, "--agents", 3L, "--seed", System.nanoTime() & 0xFFFFFF));
        for (int i = 3; i < arguments.length; i += 2) {
            if (!options.containsKey(arguments[i]) || i + 1 == arguments.length) {
                System.err.println(
                        "chaos: unknown option or no number: '" + arguments[i] + "'; see deploy/chaos --help.");
                System.exit(64);
            }
            options.put(arguments[i], Long.parseLong(arguments[i + 1]));
        }
        long seed = Objects.requireNonNull(options.get("--seed"));
        int agents = Objects.requireNonNull(options.get("--agents")).intValue();
        int kills = Objects.requireNonNull(options.get("--kills")).intValue();
        boolean mounts = arguments[2].equals("mounts");
        System.out.println("seed         " + seed);
        Path folder = Path.of(arguments[1]);
        System.exit(run(Path.of(arguments[0]), folder, new Size(agents, kills, mounts), seed) == 0 ? 0 : 2);
    }

    private record Size(int agents, int kills, boolean mounts) {}

    private static int run(Path image, Path folder, Size size, long seed) throws Exception {
        try (Lab lab = new Lab(image, folder, size.agents(), size.mounts());
                Storm storm = new Storm(lab, seed)) {
            Runtime.getRuntime().addShutdownHook(new Thread(storm::kill, "end"));
            if (lab.disk("broker").isEmpty()) {
                System.out.println("left out     full disks, which take root's rights");
            }
            if (lab.clock("admin").isEmpty()) {
                System.out.println(
                        "left out     wrong clocks, which take libfaketime (Debian: apt-get install faketime)");
            }
            storm.rage(size.kills());
            storm.end();
            storm.copyAHost();
            int faults = Tally.of(storm, folder, storm.end()).print();
            Map<String, Integer> ended = new HashMap<>();
            Stream.concat(Stream.of(lab.broker()), lab.agents().stream())
                    .forEach(program -> ended.put(program.name(), program.failures()));
            System.out.println("ended by itself and started again " + ended);
            return faults;
        }
    }
}
