package org.labcast.agent.service;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.labcast.agent.process.Cancellation;
import org.labcast.model.result.Ending;
import org.labcast.model.result.OutputStreamName;
import org.labcast.model.service.ServiceReply;
import org.labcast.model.service.ServiceRequest;

/**
 * One call from its acceptance to its end. It runs after the caller's first credit, once; it ends with its tool, or is ended: by its
 * timeout, by its caller's word or silence, or with the agent.
 */
final class RunningCall {
    private final Envelope envelope;
    private final Limits limits;
    private final ToolRun tool;
    private final ReplySender line;
    private final ServiceTimeouts timeouts;
    private final Runnable free;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final CreditWindow window;
    private final OutputSender sender;
    private final Cancellation cancellation = new Cancellation();
    private final AtomicReference<@Nullable StopReason> reason = new AtomicReference<>();
    private final Liveness caller = new Liveness();
    private State state = State.ACCEPTED;
    private volatile long since = System.nanoTime();

    private enum State {
        ACCEPTED,
        RUNNING,
        OVER
    }

    /**
     * What this call may do.
     *
     * @param timeout counted from the go-ahead
     * @param output bytes of it that are sent in all
     * @param patient whether the tool waits for its caller
     */
    record Limits(Duration timeout, long output, boolean patient) {}

    /** @param free is run once, when nothing of it runs any more and before the caller is told */
    RunningCall(
            Envelope envelope, Limits limits, ToolRun tool, ReplySender line, ServiceTimeouts timeouts, Runnable free) {
        this.envelope = envelope;
        this.limits = limits;
        this.tool = tool;
        this.line = line;
        this.timeouts = timeouts;
        this.free = free;
        this.window = new CreditWindow(limits.patient());
        this.sender = new OutputSender(envelope, line, window, limits.output(), () -> stop(StopReason.CALLER_GONE));
    }

    /** Completed when the caller has been told of the end, or the call was given up before it began. */
    CompletableFuture<Void> over() {
        return over;
    }

    boolean isOf(ServiceRequest request) {
        return envelope.call().equals(request.call()) && envelope.caller().equals(request.caller());
    }

    /**
     * Tells the caller that its word begins the call.
     *
     * @param digest of the call
     * @param component that does it
     */
    void announce(String digest, String component) {
        Envelope e = envelope;
        if (!line.say(new ServiceReply.Accepted(e.realm(), e.call(), e.host(), digest, e.nonce(), component))) {
            stop(StopReason.CALLER_GONE);
        }
    }

    /**
     * The caller is there and takes so much; the first time, the call begins.
     *
     * @param runner where it runs
     */
    void credit(long granted, Instant signedAt, Executor runner) {
        if (!caller.hear(granted, signedAt)) {
            return;
        }
        window.grant(granted);
        if (advance(State.ACCEPTED, State.RUNNING)) {
            since = System.nanoTime();
            runner.execute(this::run);
        }
    }

    private synchronized boolean advance(State from, State to) {
        boolean here = state == from;
        state = here ? to : state;
        return here;
    }

    private synchronized boolean is(State asked) {
        return state == asked;
    }

    private void run() {
        try {
            ToolRun.Result result = runTool();
            sender.end(ending(result.ending()), result.note());
        } finally {
            advance(State.RUNNING, State.OVER);
            over.complete(null);
        }
    }

    private ToolRun.Result runTool() {
        try {
            return tool.run(sender.sink(OutputStreamName.OUT), sender.sink(OutputStreamName.ERR), cancellation);
        } finally {
            free.run();
        }
    }

    /** A tool that ended by itself while its last words were given up did not get through either. */
    private Ending ending(Ending ofTool) {
        StopReason why = reason.get();
        boolean cut = ofTool instanceof Ending.Cancelled || (limits.patient() && sender.isCut());
        return cut && why != null ? why.ending(limits.timeout()) : ofTool;
    }

    /** Ends it; the first reason counts. */
    void stop(StopReason why) {
        reason.compareAndSet(null, why);
        // First the output, lest the tool's last words wait for a caller who is not there.
        window.hurry();
        cancellation.cancel();
        if (abandon()) {
            sender.end(why.ending(limits.timeout()), "");
        }
    }

    /** @return whether it had not begun */
    private boolean abandon() {
        boolean waits = advance(State.ACCEPTED, State.OVER);
        if (waits) {
            free.run();
            over.complete(null);
        }
        return waits;
    }

    /** To be called now and then: does what is due. */
    void beat() {
        if (is(State.ACCEPTED)) {
            if (lasts(timeouts.goAhead())) {
                abandon();
            }
        } else if (caller.silentFor(timeouts.silence())) {
            stop(StopReason.CALLER_GONE);
        } else if (lasts(limits.timeout())) {
            stop(StopReason.TIMED_OUT);
        } else if (line.silentFor(timeouts.alive()) && !alive()) {
            stop(StopReason.CALLER_GONE);
        }
    }

    private boolean lasts(Duration time) {
        return System.nanoTime() - since >= time.toNanos();
    }

    private boolean alive() {
        return line.say(new ServiceReply.Alive(envelope.realm(), envelope.call(), envelope.host(), envelope.nonce()));
    }
}
