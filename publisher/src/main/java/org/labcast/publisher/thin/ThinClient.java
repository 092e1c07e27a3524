package org.labcast.publisher.thin;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labcast.publisher.wire.CommandRequest;
import org.labcast.publisher.wire.Frame;
import org.labcast.publisher.wire.Link;

/**
 * {@code publisher} as it is started: has the resident publisher of the home run the command, and starts one where there is
 * none. Where that cannot be, the command runs in a process of its own, as with {@code --no-daemon}.
 *
 * <p>System properties, all set by the launcher: {@code labcast.launcher} (its path), {@code labcast.jar} (the publisher's),
 * {@code labcast.terminal} (which streams are terminals).
 */
public final class ThinClient {
    private static final int NOT_POSTED = 1;
    private static final int MISSING = 4;
    private static final int CHUNK = 32 << 10;
    private static final int STARTS = 3;
    private static final long LAST_WORDS_MILLIS = 3_000;
    private static final long PATIENCE_MILLIS = 5_000;

    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private final FileOutputStream err = new FileOutputStream(FileDescriptor.err);
    private final FileInputStream in = new FileInputStream(FileDescriptor.in);
    private final ResidentProcess resident;
    private final TypedWords words;
    private boolean outGone;
    private boolean accepted;
    private String posted = "";

    private @Nullable Link link;
    private boolean over;

    private ThinClient(ResidentProcess resident, TypedWords words) {
        this.resident = resident;
        this.words = words;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        TypedWords words = new TypedWords(List.of(arguments));
        ThinClient client = new ThinClient(new ResidentProcess(words.home()), words);
        Thread parting = new Thread(client::cancel);
        Runtime.getRuntime().addShutdownHook(parting);
        int exit = client.run();
        Runtime.getRuntime().halt(exit); // the hook is for those who press Ctrl-C
    }

    private int run() throws IOException, InterruptedException {
        if (!words.isForResident()) {
            return resident.instead(words.all());
        }
        List<String> typed = words.all();
        for (int starts = 0; starts < STARTS; starts++) {
            Link opened = resident.link();
            if (opened == null) {
                return resident.instead(words.all());
            }
            if (!opened.isOwn()) {
                say("the socket " + Link.socket(words.home())
                        + " belongs to another user: nothing was done. Remove it, or add" + " --no-daemon.");
                return NOT_POSTED;
            }
            enter(opened);
            Frame last = converse(opened, typed);
            if (last != null && last.kind() == Frame.EXIT) {
                return ByteBuffer.wrap(last.content()).getInt();
            }
            opened.close();
            if (last != null && last.kind() == Frame.REFUSED) {
                return resident.instead(words.all());
            }
            if (accepted) {
                if (posted.isEmpty() || !words.isResumable()) {
                    return lost();
                }
                say("the resident publisher ended in the middle; was it killed? The job " + posted
                        + " is posted. Going on with it:");
                typed = words.resuming(posted);
                accepted = false;
            }
        }
        return resident.instead(words.all());
    }

    private int lost() throws IOException {
        say("the resident publisher ended in the middle of this command; was it killed?");
        if (!posted.isEmpty()) {
            say("the job " + posted + " is posted and goes on: 'publisher watch " + posted + "' follows it");
        } else if (words.mayPost()) {
            say("it is not known whether something was posted: 'publisher jobs' shows it");
        }
        return words.mayPost() ? MISSING : NOT_POSTED;
    }

    /** Returns the frame that ended it; null when the other side was lost. */
    private @Nullable Frame converse(Link opened, List<String> typed) {
        try {
            opened.send(Frame.RUN, request(typed).encode());
            startWatch();
            while (true) {
                Frame frame = opened.read();
                if (frame == null) {
                    return null;
                }
                switch (frame.kind()) {
                    case Frame.ACCEPTED -> accept();
                    case Frame.OUT -> write(opened, frame.content());
                    case Frame.ERR -> writeError(frame.content());
                    case Frame.WANT_INPUT -> startReading(opened);
                    case Frame.POSTED -> posted = new String(frame.content(), StandardCharsets.UTF_8);
                    default -> {
                        return frame;
                    }
                }
            }
        } catch (IOException e) {
            return null;
        } finally {
            leave();
        }
    }

    private CommandRequest request(List<String> typed) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
            if (CommandRequest.passed(variable.getKey())) {
                environment.put(variable.getKey(), variable.getValue());
            }
        }
        List<String> terminals = new ArrayList<>();
        for (String stream : System.getProperty("labcast.terminal", "").split(",")) {
            if (!stream.isEmpty()) {
                terminals.add(stream);
            }
        }
        return new CommandRequest(resident.build(), System.getProperty("user.dir"), typed, terminals, environment);
    }

    /** A resident publisher that is stopped looks like one that is at work, but for this. */
    private void startWatch() {
        Thread watch = new Thread(() -> {
            try {
                if (!awaitAcceptance()) {
                    say("the resident publisher of " + words.home() + " does not answer; is it stopped? Waiting."
                            + " --no-daemon does without it.");
                }
            } catch (InterruptedException | IOException e) {
                Thread.currentThread().interrupt();
            }
        });
        watch.setDaemon(true);
        watch.start();
    }

    private synchronized boolean awaitAcceptance() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        for (long left = PATIENCE_MILLIS;
                !accepted && !over && left > 0;
                left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return accepted || over;
    }

    private synchronized void accept() {
        accepted = true;
        notifyAll();
    }

    private void write(Link opened, byte[] content) throws IOException {
        if (outGone) {
            return;
        }
        try {
            out.write(content);
        } catch (IOException e) {
            outGone = true; // as with | head
            opened.send(Frame.OUTPUT_GONE, new byte[0]);
        }
    }

    private void writeError(byte[] content) {
        try {
            err.write(content);
        } catch (IOException e) {
            // nobody is left to be told
        }
    }

    /** In a thread of its own, since output and the end may come while a person thinks. */
    private void startReading(Link opened) {
        Thread reader = new Thread(() -> {
            byte[] bytes = new byte[CHUNK];
            try {
                int count = read(bytes);
                opened.send(count < 0 ? Frame.INPUT_END : Frame.INPUT, bytes, 0, Math.max(count, 0));
            } catch (IOException e) {
                // the other side is gone, and the main thread says so
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    /** Input that cannot be read is as good as none. */
    private int read(byte[] bytes) {
        try {
            return in.read(bytes);
        } catch (IOException e) {
            return -1;
        }
    }

    private void say(String text) throws IOException {
        err.write(("publisher: " + text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private synchronized void enter(Link opened) {
        link = opened;
        over = false;
    }

    private synchronized @Nullable Link link() {
        return link;
    }

    private synchronized void leave() {
        over = true;
        notifyAll();
    }

    /** At Ctrl-C: the command over there says its last words, and ends. */
    private void cancel() {
        Link opened = link();
        if (opened == null) {
            return;
        }
        try {
            opened.send(Frame.CANCEL, new byte[0]);
            synchronized (this) {
                long end = System.nanoTime() + LAST_WORDS_MILLIS * 1_000_000;
                for (long left = LAST_WORDS_MILLIS; !over && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                    wait(left);
                }
            }
        } catch (IOException | InterruptedException e) {
            // it has ended already, or will when this process has
        }
    }
}
