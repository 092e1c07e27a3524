package org.labcast.correction.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labcast.correction.effect.Resources;

/** Which packages carry a well-known command. */
final class Carriers {
    private static final Map<String, Set<String>> PACKAGES = read();

    private Carriers() {}

    static Set<String> of(String command) {
        return PACKAGES.getOrDefault(command, Set.of());
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> packages = new HashMap<>();
        for (String line : Resources.lines("carriers.txt")) {
            String[] sides = line.split(" *: *");
            Set<String> carriers = Stream.of(sides[1].split(" +")).collect(Collectors.toUnmodifiableSet());
            Stream.of(sides[0].split(" +")).forEach(command -> packages.put(command, carriers));
        }
        return Map.copyOf(packages);
    }
}
