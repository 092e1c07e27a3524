package org.labcast.publisher.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.labcast.model.HostSet;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.CancelPoint;

/** How numbers, times and states are told to people. */
public final class Phrases {
    /** A longer list of hosts is not read by anybody; whoever needs it takes the JSON. */
    private static final int LONGEST_HOSTS = 240;

    private static final int HOSTS_WHEN_CUT = 12;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Phrases() {}

    public static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String of(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code failed, exit 1}, but {@code cancelled while it ran}: what the detail begins with is not said twice. */
    static String unlessSaid(String state, String separator, String detail) {
        if (detail.isEmpty()) {
            return state;
        }
        return detail.startsWith(state) ? detail : state + separator + detail;
    }

    /** How to get at what an excerpt leaves out; not everything that was written is kept. */
    static String rest(JobReport report, TaskGroup group) {
        boolean kept = group.last().stream()
                .flatMap(run -> Stream.of(run.out(), run.err()))
                .allMatch(output -> output.kept() == output.total());
        return (kept ? "[all of it" : "[what the host kept of it") + ": publisher logs "
                + report.job().id() + " " + group.first() + "]";
    }

    /** How a run ended; a search that found nothing says so. */
    static String ending(Attempt run) {
        return GrepNoMatch.is(run) ? "no match (exit 1)" : run.ending().describe();
    }

    static String cancelled(CancelPoint point) {
        return switch (point) {
            case BEFORE -> "cancelled before it ran";
            case WHILE -> "cancelled while it ran";
            case AFTER -> "the cancellation came after it had ended";
            case UNSEEN -> "cancelled before the host saw it";
        };
    }

    /** {@code lab-[01-17] (17 hosts)}; a single one stands for itself. */
    public static String hosts(HostSet hosts) {
        String folded = hosts.toString();
        if (folded.length() > LONGEST_HOSTS) {
            HostSet first = HostSet.of(hosts.stream().limit(HOSTS_WHEN_CUT).toList());
            return first + " and " + count(hosts.size() - first.size(), "more host");
        }
        return hosts.size() == 1 ? folded : folded + " (" + count(hosts.size(), "host") + ")";
    }

    static String seconds(Duration duration) {
        return duration.compareTo(Duration.ofMinutes(2)) < 0
                ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0)
                : span(duration);
    }

    /** In the largest unit that fits. */
    static String span(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 7200) {
            return seconds / 60 + " min";
        }
        return seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " days";
    }

    /** {@code 3 min ago}; other machines' clocks may be ahead. */
    public static String ago(Instant then, Instant now) {
        Duration since = Duration.between(then, now);
        return since.compareTo(Duration.ofSeconds(5)) < 0 ? "just now" : span(since) + " ago";
    }

    /** Of something that took a few seconds to be measured: two hours less a second are two hours. */
    static String about(Duration duration) {
        long seconds = duration.toSeconds();
        return span(seconds < 120 ? duration : Duration.ofMinutes((seconds + 45) / 60));
    }

    static String time(Instant time, ZoneId zone) {
        return TIME.format(time.atZone(zone));
    }
}
