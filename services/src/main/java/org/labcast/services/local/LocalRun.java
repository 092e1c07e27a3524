package org.labcast.services.local;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.labcast.model.Bytes;
import org.labcast.model.service.PortName;
import org.labcast.services.client.CallCancelledException;
import org.labcast.services.client.CallResult;
import org.labcast.services.client.CallTimedOutException;
import org.labcast.services.client.ToolFailedException;

/**
 * Runs a tool to its end. Both of its streams are read while it runs, so that it never waits for a reader.
 *
 * @param limit bytes of output that are kept, both streams together
 */
record LocalRun(PortName port, Duration timeout, long limit) {
    /** A thread for each stream: they wait, and a pool's threads are not for waiting. */
    private static final Executor READERS = task -> {
        Thread thread = new Thread(task, "local-tool-output");
        thread.setDaemon(true);
        thread.start();
    };

    /** Runs it to an exit code of 0. */
    CallResult succeed(List<String> command) {
        CallResult result = end(command);
        if (result.exitCode() != 0) {
            throw failed(port, result.exitCode(), result.err().text());
        }
        return result;
    }

    static ToolFailedException failed(PortName port, int exitCode, String errors) {
        return new ToolFailedException(port + " failed with exit code " + exitCode, exitCode, errors);
    }

    /** Runs it to its end, whatever the exit code. */
    CallResult end(List<String> command) {
        Process process = start(command);
        Room room = new Room(limit);
        CompletableFuture<Bytes> out =
                CompletableFuture.supplyAsync(() -> room.read(process.getInputStream()), READERS);
        CompletableFuture<Bytes> err =
                CompletableFuture.supplyAsync(() -> room.read(process.getErrorStream()), READERS);
        try {
            // A grandchild that holds the pipes open counts as the tool still running.
            CompletableFuture.allOf(out, err, process.onExit()).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new CallTimedOutException(port + " ran longer than " + timeout.toMillis() + " ms and was ended");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallCancelledException(port + " was called off");
        } catch (ExecutionException e) {
            throw new ToolFailedException("the output of " + port + " cannot be read: " + e.getCause(), -1, "");
        } finally {
            kill(process);
        }
        return new CallResult(LocalServices.HOST, out.join(), err.join(), process.exitValue(), room.capped());
    }

    Process start(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .start();
        } catch (IOException e) {
            throw new ToolFailedException(port + " cannot start " + command.get(0) + ": " + e.getMessage(), -1, "");
        }
    }

    /** With all that it started and that still has it for an ancestor. */
    static void kill(Process process) {
        List<ProcessHandle> tree = process.descendants().toList();
        process.destroyForcibly();
        tree.forEach(ProcessHandle::destroyForcibly);
    }

    /** Room for output; what does not fit is counted. */
    private static final class Room {
        private long left;
        private long capped;

        Room(long limit) {
            this.left = limit;
        }

        private synchronized int take(int size) {
            int taken = (int) Math.min(left, size);
            left -= taken;
            capped += size - taken;
            return taken;
        }

        synchronized long capped() {
            return capped;
        }

        Bytes read(InputStream in) {
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 14];
            try (in) {
                for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
                    kept.write(buffer, 0, take(size));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Bytes.of(kept.toByteArray());
        }
    }
}
