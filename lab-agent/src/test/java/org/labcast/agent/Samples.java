package org.labcast.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.labcast.agent.ledger.Entry;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.model.Realm;
import org.labcast.model.order.Header;
import org.labcast.model.order.Job;
import org.labcast.model.order.Target;
import org.labcast.model.order.Task;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Ending;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.Output;
import org.labcast.model.result.TaskState;
import org.labcast.transport.json.Codec;

/** Orders as administrators write them, for tests. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    public static final Realm REALM = new Realm("lab");
    public static final HostName HOST = new HostName("lab-01");
    public static final PublisherName PUBLISHER = new PublisherName("admin");
    public static final Fingerprint SIGNER = new Fingerprint("A".repeat(40));

    private Samples() {}

    /** A name that is the same for the same number. */
    public static OrderId id(long number) {
        StringBuilder name = new StringBuilder("aaaaaaaaaaaaaaaa");
        long rest = number;
        for (int i = 15; rest > 0; i--, rest /= 26) {
            name.setCharAt(i, (char) ('a' + rest % 26));
        }
        return new OrderId(name.toString());
    }

    /** Results for even numbers get receipts. */
    public static Header header(long number) {
        return new Header(
                REALM,
                id(number),
                SIGNER,
                1,
                number,
                NOW.plusSeconds(number),
                NOW,
                NOW.plus(Duration.ofDays(7)),
                new Target.All(),
                PUBLISHER,
                number % 2 == 0 ? Optional.of(Bytes.utf8("certificate")) : Optional.empty());
    }

    public static Job job(Header header, TaskOptions options, String... commands) {
        List<Task> tasks = IntStream.range(0, commands.length)
                .mapToObj(i -> new Task(commands[i], i + 1, options))
                .toList();
        return new Job(header, "tasks.txt", tasks, "");
    }

    public static Entry.JobAccepted accepted(long number, String... commands) {
        Job job = job(header(number), TaskOptions.DEFAULT, commands);
        return new Entry.JobAccepted(NOW, job.header(), Codec.write(job), Bytes.utf8("signature"));
    }

    public static Entry.AttemptStarted attemptStarted(OrderId job, int task, int attempt) {
        return new Entry.AttemptStarted(job, task, attempt, NOW, "true", Optional.empty());
    }

    public static Outcome outcome(int task, TaskState state, String... outputs) {
        List<Attempt> attempts = Stream.of(outputs)
                .map(output -> new Attempt(
                        "true",
                        Optional.empty(),
                        NOW,
                        Duration.ofMillis(5),
                        new Ending.Exited(0),
                        Output.of(Bytes.utf8(output)),
                        Output.NONE))
                .toList();
        return new Outcome(task, state, attempts, List.of());
    }
}
