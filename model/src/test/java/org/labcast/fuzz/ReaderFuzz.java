package org.labcast.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives a reader of untrusted bytes thousands of damaged inputs. It must take each or refuse it by the exceptions that it declares, in
 * bounded time, on a stack as small as an agent's. What may open a construct is repeated 100,000 times first.
 *
 * <p>Each try has a seed of its own: the seed of the run and the number of the try. {@code -Dfuzz.tries=200000} makes a long run, with a
 * new seed each time; {@code -Dfuzz.seconds=60} ends it earlier; {@code -Dfuzz.seed=N} begins at the seed that a failure names.
 */
public final class ReaderFuzz {
    /** What the launcher gives to each thread of an agent, in bytes. */
    private static final int STACK = 512 << 10;

    private static final Duration FOR_ONE_INPUT = Duration.ofSeconds(20);
    private static final int SHOWN = 3_000;
    private static final int DEEP = 100_000;
    private static final List<String> NESTING = List.of(
            "(", "[", "{", "<", "\"", "'", "`", "$(", "${", "[[", "((", "[1,", "{\"a\":", "- ", "\n ", "\\", "!", "/");

    private final String reader;
    private final List<byte[]> inputs = new ArrayList<>();
    private final List<Class<? extends Throwable>> refusals = new ArrayList<>();
    private List<String> words = List.of();
    private int tries = 1_000;
    private Duration forOneInput = FOR_ONE_INPUT;

    /** What is tried. */
    @FunctionalInterface
    public interface Reading {
        void read(byte[] input) throws Exception;
    }

    private ReaderFuzz(String reader) {
        this.reader = reader;
    }

    /** @param reader as messages name it */
    public static ReaderFuzz of(String reader) {
        return new ReaderFuzz(reader);
    }

    /** Well-formed inputs. */
    public ReaderFuzz inputs(List<byte[]> wellFormed) {
        inputs.addAll(wellFormed);
        return this;
    }

    /** Well-formed inputs, in UTF-8. */
    public ReaderFuzz texts(List<String> wellFormed) {
        return inputs(wellFormed.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList());
    }

    /** What means something to the reader, such as keywords; put into inputs. */
    public ReaderFuzz words(String... some) {
        words = List.of(some);
        return this;
    }

    /** The exceptions by which the reader says no. */
    @SafeVarargs
    public final ReaderFuzz refusesBy(Class<? extends Throwable>... declared) {
        refusals.addAll(List.of(declared));
        return this;
    }

    /** How many inputs are tried unless {@code fuzz.tries} says otherwise; 1,000 when this is not called. */
    public ReaderFuzz tries(int count) {
        tries = count;
        return this;
    }

    ReaderFuzz forOneInput(Duration atMost) {
        forOneInput = atMost;
        return this;
    }

    /** @throws AssertionError with the seed and the input that the reader did not stand */
    public void read(Reading reading) {
        boolean isLong = System.getProperty("fuzz.tries") != null;
        int count = Integer.getInteger("fuzz.tries", tries);
        long first = Long.getLong("fuzz.seed", isLong ? new Random().nextLong() : 1);
        long seconds = Long.getLong("fuzz.seconds", 24 * 3600);
        Run run = new Run(reading, first, count, Duration.ofSeconds(seconds));
        Thread thread = new Thread(null, run, "fuzz-" + reader, STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            do {
                thread.join(50);
            } while (thread.isAlive() && run.isInTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
        if (thread.isAlive()) {
            AssertionError hanging = run.failure("is not done after " + forOneInput, null);
            hanging.setStackTrace(thread.getStackTrace());
            throw hanging;
        }
        if (run.failure != null) {
            throw run.failure;
        }
        if (isLong) {
            System.out.printf(
                    "fuzz: %s: %d inputs from seed %d, %d refused, slowest %d ms%n",
                    reader,
                    run.number,
                    first,
                    run.refused,
                    Duration.ofNanos(run.slowest).toMillis());
        }
    }

    private final class Run implements Runnable {
        private final Reading reading;
        private final long seed;
        private final int count;
        private final long end;
        private volatile byte[] input = {};
        private volatile long began = System.nanoTime();
        private volatile @Nullable AssertionError failure;
        private volatile int number;
        private volatile int refused;
        private volatile long slowest;

        Run(Reading reading, long seed, int count, Duration longest) {
            this.reading = reading;
            this.seed = seed;
            this.count = count;
            this.end = System.nanoTime() + longest.toNanos();
        }

        @Override
        public void run() {
            for (byte[] wellFormed : inputs) {
                if (!isTaken(wellFormed)) {
                    failure = failure == null ? failure("refuses a well-formed input", null) : failure;
                    return;
                }
            }
            for (String opening : openings()) {
                for (byte[] deep : deep(opening)) {
                    refused += failure != null || isTaken(deep) ? 0 : 1;
                }
            }
            for (int i = 0; i < count && failure == null && System.nanoTime() < end; i++) {
                number = i;
                refused += isTaken(new Mutations(inputs, words, seed + i).next()) ? 0 : 1;
            }
            number++;
        }

        private List<String> openings() {
            return Stream.concat(NESTING.stream(), words.stream()).distinct().toList();
        }

        /** The same opening 100,000 times: alone, and behind the beginning of something well-formed. */
        private List<byte[]> deep(String opening) {
            byte[] much = opening.repeat(DEEP).getBytes(StandardCharsets.UTF_8);
            if (inputs.isEmpty()) {
                return List.of(much);
            }
            byte[] before = Arrays.copyOf(inputs.get(0), inputs.get(0).length / 2);
            byte[] behind = Arrays.copyOf(before, before.length + much.length);
            System.arraycopy(much, 0, behind, before.length, much.length);
            return List.of(much, behind);
        }

        private boolean isTaken(byte[] bytes) {
            input = bytes;
            began = System.nanoTime();
            try {
                reading.read(bytes.clone());
                return true;
            } catch (Throwable e) {
                if (refusals.stream().noneMatch(declared -> declared.isInstance(e))) {
                    failure = failure("ends with " + e.getClass().getName(), e);
                }
                return false;
            } finally {
                slowest = Math.max(slowest, System.nanoTime() - began);
            }
        }

        boolean isInTime() {
            return System.nanoTime() - began < forOneInput.toNanos();
        }

        AssertionError failure(String what, @Nullable Throwable cause) {
            byte[] shown = input.length > SHOWN ? Arrays.copyOf(input, SHOWN) : input;
            return new AssertionError(
                    reader + " " + what + " (-Dfuzz.seed=" + (seed + number) + " -Dfuzz.tries=1) on " + input.length
                            + " bytes, in base64: "
                            + Base64.getEncoder().encodeToString(shown) + (shown == input ? "" : "…"),
                    cause);
        }
    }
}
