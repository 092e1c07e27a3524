package org.labcast.agent.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a pattern can read one text in exponentially many ways, which makes a backtracking matcher hang.
 *
 * <p>It can when, from some position, two different ways that read the same text lead back to it (Weber and Seidl, "On the degree
 * of ambiguity of finite automata", 1991, criterion EDA).
 */
final class Ambiguity {
    /** Steps after which a pattern counts as ambiguous: none that a person can read comes near. */
    private static final int PATIENCE = 200_000;

    private final PatternSkeleton pattern;
    /** What each position leads to. */
    private final List<BitSet> reach = new ArrayList<>();

    private int steps;

    private Ambiguity(PatternSkeleton pattern) {
        this.pattern = pattern;
        for (int position = 0; position < pattern.positions(); position++) {
            reach.add((BitSet) pattern.follow(position).clone());
        }
        for (int via = 0; via < reach.size(); via++) {
            for (BitSet from : reach) {
                if (from.get(via)) {
                    from.or(reach.get(via));
                }
            }
        }
    }

    /** Two positions reached by the same text; the lesser one comes first. */
    private record Pair(int a, int b) {
        static Pair of(int a, int b) {
            return a <= b ? new Pair(a, b) : new Pair(b, a);
        }
    }

    static boolean isExponential(PatternSkeleton pattern) {
        return pattern.doubled() || new Ambiguity(pattern).found();
    }

    /** Positions that lead to each other have forks in common, so one of them is looked at for all. */
    private boolean found() {
        BitSet looked = new BitSet();
        for (int position = 0; position < pattern.positions(); position++) {
            int start = position;
            if (reach.get(start).get(start) && !looked.get(start)) {
                if (forksAndMeets(new Pair(start, start))) {
                    return true;
                }
                reach.get(start).stream()
                        .filter(other -> reach.get(other).get(start))
                        .forEach(looked::set);
            }
        }
        return steps >= PATIENCE;
    }

    /** Whether two ways part behind the start, and both come back to it. */
    private boolean forksAndMeets(Pair start) {
        Map<Pair, List<Pair>> before = new HashMap<>();
        Deque<Pair> waiting = new ArrayDeque<>(List.of(start));
        Set<Pair> reached = new HashSet<>(waiting);
        while (!waiting.isEmpty() && steps < PATIENCE) {
            Pair from = waiting.remove();
            for (Pair to : next(from, start.a())) {
                before.computeIfAbsent(to, any -> new ArrayList<>()).add(from);
                if (reached.add(to)) {
                    waiting.add(to);
                }
            }
        }
        return comesFromFork(start, before);
    }

    private static boolean comesFromFork(Pair start, Map<Pair, List<Pair>> before) {
        Deque<Pair> waiting = new ArrayDeque<>(List.of(start));
        Set<Pair> seen = new HashSet<>(waiting);
        while (!waiting.isEmpty()) {
            for (Pair from : before.getOrDefault(waiting.remove(), List.of())) {
                if (from.a() != from.b()) {
                    return true;
                }
                if (seen.add(from)) {
                    waiting.add(from);
                }
            }
        }
        return false;
    }

    /** Pairs one character further, as far as there is a way back to the start. */
    private Set<Pair> next(Pair from, int start) {
        Set<Pair> next = new HashSet<>();
        BitSet right = pattern.follow(from.b());
        pattern.follow(from.a()).stream()
                .filter(a -> reach.get(a).get(start))
                .forEach(a -> right.stream().forEach(b -> {
                    steps++;
                    if (reach.get(b).get(start) && pattern.overlap(a, b)) {
                        next.add(Pair.of(a, b));
                    }
                }));
        return next;
    }
}
