package org.labcast.agent.service;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.labcast.agent.exec.Cancellation;
import org.labcast.model.Ending;
import org.labcast.model.OutputStreamName;
import org.labcast.model.service.ServiceReply;
import org.labcast.model.service.ServiceRequest;

/**
 * One call from its acceptance to its end. It runs after the caller's first credit, once; it ends with its tool, or is ended: by its
 * timeout, by its caller's word or silence, or with the agent.
 */
final class RunningCall {
    private final Envelope envelope;
    private final Terms terms;
    private final ToolRun tool;
    private final ReplyLine line;
    private final Pace pace;
    private final Runnable free;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Allowance allowance;
    private final Outflow outflow;
    private final Cancellation cancellation = new Cancellation();
    private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();
    private final SignsOfLife caller = new SignsOfLife();
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
     * @param limit bytes of output that are sent in all
     * @param patient whether the tool waits for its caller
     */
    record Terms(Duration timeout, long limit, boolean patient) {}

    /** @param free is run once, when nothing of it runs any more and before the caller is told */
    RunningCall(Envelope envelope, Terms terms, ToolRun tool, ReplyLine line, Pace pace, Runnable free) {
        this.envelope = envelope;
        this.terms = terms;
        this.tool = tool;
        this.line = line;
        this.pace = pace;
        this.free = free;
        this.allowance = new Allowance(terms.patient());
        this.outflow = new Outflow(envelope, line, allowance, terms.limit(), () -> stop(Stop.CALLER_GONE));
    }

    /** Completed when the caller has been told of the end, or the call was given up before it began. */
    CompletableFuture<Void> over() {
        return over;
    }

    boolean isOf(ServiceRequest request) {
        return envelope.call().equals(request.call()) && envelope.caller().equals(request.caller());
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
        allowance.grant(granted);
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
        ToolRun.Result result =
                tool.run(outflow.sink(OutputStreamName.OUT), outflow.sink(OutputStreamName.ERR), cancellation);
        advance(State.RUNNING, State.OVER);
        free.run();
        outflow.end(ending(result.ending()), result.note());
        over.complete(null);
    }

    /** A tool that ended by itself while its last words were given up did not get through either. */
    private Ending ending(Ending ofTool) {
        Stop why = stop.get();
        boolean cut = ofTool instanceof Ending.Cancelled || (terms.patient() && outflow.isCut());
        return cut && why != null ? why.ending(terms.timeout()) : ofTool;
    }

    /** Ends it; the first reason counts. */
    void stop(Stop why) {
        stop.compareAndSet(null, why);
        // First the output, lest the tool's last words wait for a caller who is not there.
        allowance.hurry();
        cancellation.cancel();
        forget();
    }

    private void forget() {
        if (advance(State.ACCEPTED, State.OVER)) {
            free.run();
            over.complete(null);
        }
    }

    /** To be called now and then: does what is due. */
    void beat() {
        if (is(State.ACCEPTED)) {
            if (lasts(pace.goAhead())) {
                forget();
            }
        } else if (caller.silentFor(pace.silence())) {
            stop(Stop.CALLER_GONE);
        } else if (lasts(terms.timeout())) {
            stop(Stop.TIMED_OUT);
        } else if (line.silentFor(pace.alive()) && !alive()) {
            stop(Stop.CALLER_GONE);
        }
    }

    private boolean lasts(Duration time) {
        return System.nanoTime() - since >= time.toNanos();
    }

    private boolean alive() {
        return line.say(new ServiceReply.Alive(envelope.realm(), envelope.call(), envelope.host(), envelope.nonce()));
    }
}
