package org.labcast.services.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.HostName;
import org.labcast.model.service.PortName;
import org.labcast.services.client.BadArgumentsException;
import org.labcast.services.client.CallRequest;
import org.labcast.services.client.CallResult;
import org.labcast.services.client.CallTimedOutException;
import org.labcast.services.client.Lookup;
import org.labcast.services.client.NoProviderException;
import org.labcast.services.client.ServiceStream;
import org.labcast.services.client.SpecMismatchException;
import org.labcast.services.client.ToolFailedException;

/** With tools that are scripts of this test. */
class LocalServicesTest {
    @TempDir
    private Path folder;

    /** Services with one port, whose tool is a script. */
    private LocalServices services(String script, String properties) throws IOException {
        Path tool = Files.writeString(folder.resolve("tool"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
        String stream = properties.contains("sendOutPutStream") ? "Communicating Process" : "Call Return";
        String style = properties.contains("sendOutPutStream") ? "process" : "callee";
        String text = """
                Component Tool = {
                  Property Component-Type = "%s";
                  Port run = { Properties {
                    Port-Type = "%s"; Interface = "Tool"; Signature = "String[] words";
                    Path = "%s"; Cmd = "tool words"; %s
                  } };
                };
                """.formatted(stream, style, tool, properties);
        return new LocalServices(LocalServices.described("tool.acme", text));
    }

    private static CallRequest request(String... words) {
        return CallRequest.of(new PortName("Tool", "run"), "", Map.of("words", List.of(words)));
    }

    @Test
    void valuesArriveAsTheyAre() throws IOException {
        try (LocalServices services = services("printf '<%s>' \"$@\"", "Return = \"getOutputStream(aprocess)\"")) {
            CallResult result = services.call(request("a b", "; rm x", "$(id)", "\"'\n"));
            assertThat(result.text()).isEqualTo("<a b><; rm x><$(id)><\"'\n>");
        }
    }

    @Test
    void bothStreamsAreReadWhileTheToolRuns() throws IOException {
        String script =
                "i=0; while [ $i -lt 50 ]; do head -c 100000 /dev/zero; head -c 100000 /dev/zero >&2; i=$((i+1)); done";
        try (LocalServices services = services(script, "")) {
            CallResult result = services.call(request());
            assertThat(result.out().size()).isEqualTo(5_000_000);
            assertThat(result.err().size()).isEqualTo(5_000_000);
            assertThat(result.capped()).isZero();
        }
    }

    @Test
    void outputBeyondTheLimitIsCounted() throws IOException {
        try (LocalServices services = services("head -c 5000 /dev/zero", "Output-Limit = 1000")) {
            CallResult result = services.call(request());
            assertThat(result.out().size()).isEqualTo(1000);
            assertThat(result.capped()).isEqualTo(4000);
        }
    }

    @Test
    void aFailureHasTheToolsWords() throws IOException {
        try (LocalServices services = services("echo no such thing >&2; exit 3", "")) {
            ToolFailedException failed =
                    catchThrowableOfType(ToolFailedException.class, () -> services.call(request()));
            assertThat(failed.exitCode()).isEqualTo(3);
            assertThat(failed.errors()).isEqualTo("no such thing\n");
        }
    }

    @Test
    void anExitCodeThatIsReturnedIsNoFailure() throws IOException {
        try (LocalServices services = services("exit 3", "Return = \"getExitCode(aprocess)\"")) {
            assertThat(services.call(request()).exitCode()).isEqualTo(3);
        }
    }

    @Test
    void aToolThatTakesTooLongIsEndedWithItsChildren() throws IOException {
        Path child = folder.resolve("child");
        try (LocalServices services = services("sleep 1000 & echo $! >" + child + "; wait", "")) {
            CallRequest once = request();
            CallRequest hasty =
                    new CallRequest(once.port(), "", once.arguments(), Optional.empty(), Duration.ofSeconds(2), false);
            assertThatThrownBy(() -> services.call(hasty)).isInstanceOf(CallTimedOutException.class);
            long pid = Long.parseLong(Files.readString(child).strip());
            await().until(() ->
                    ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
        }
    }

    @Test
    void postRunsAlsoAfterAFailure() throws IOException {
        Path done = folder.resolve("done");
        try (LocalServices services = services("exit 1", "Post = \"/usr/bin/touch " + done + "\"")) {
            assertThatThrownBy(() -> services.call(request())).isInstanceOf(ToolFailedException.class);
            assertThat(done).exists();
        }
    }

    @Test
    void whatFailsBeforeTheToolKeepsItFromRunning() throws IOException {
        Path ran = folder.resolve("ran");
        try (LocalServices services = services("touch " + ran, "Pre = \"/bin/false\"")) {
            assertThatThrownBy(() -> services.call(request())).isInstanceOf(ToolFailedException.class);
            assertThat(ran).doesNotExist();
        }
    }

    @Test
    void aStreamIsLinesUntilItIsClosed() throws IOException {
        Path child = folder.resolve("child");
        String script = "echo $$ >" + child + "; i=0; while :; do i=$((i+1)); echo line $i; done";
        try (LocalServices services = services(script, "Post = \"sendOutPutStream(aprocess)\"")) {
            try (ServiceStream stream = services.open(request())) {
                var lines = stream.iterator();
                assertThat(lines.next()).isEqualTo("line 1");
                assertThat(lines.next()).isEqualTo("line 2");
            }
            long pid = Long.parseLong(Files.readString(child).strip());
            await().until(() ->
                    ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
        }
    }

    @Test
    void aStreamThatBreaksSaysSoBehindItsLastLine() throws IOException {
        String script = "echo one; echo broken >&2; exit 4";
        try (LocalServices services = services(script, "Post = \"sendOutPutStream(aprocess)\"");
                ServiceStream stream = services.open(request())) {
            var lines = stream.iterator();
            assertThat(lines.next()).isEqualTo("one");
            ToolFailedException failed = catchThrowableOfType(ToolFailedException.class, lines::hasNext);
            assertThat(failed.exitCode()).isEqualTo(4);
            assertThat(failed.errors()).isEqualTo("broken\n");
        }
    }

    @Test
    void refusesWhatAHostRefuses() throws IOException {
        try (LocalServices services = services("", "")) {
            CallRequest good = request();
            assertThatThrownBy(() -> services.call(request("-x"))).isInstanceOf(BadArgumentsException.class);
            assertThatThrownBy(() -> services.call(CallRequest.of(good.port(), "0".repeat(64), good.arguments())))
                    .isInstanceOf(SpecMismatchException.class);
            assertThatThrownBy(() -> services.call(CallRequest.of(new PortName("Tool", "walk"), "", good.arguments())))
                    .isInstanceOf(NoProviderException.class);
            assertThatThrownBy(() -> services.call(new CallRequest(
                            good.port(),
                            "",
                            good.arguments(),
                            Optional.of(new HostName("lab-1")),
                            Duration.ZERO,
                            false)))
                    .isInstanceOf(NoProviderException.class);
            assertThat(services.find(Lookup.of(good.port()))).hasSize(1);
            assertThat(services.find(Lookup.of(new PortName("Tool", "walk")))).isEmpty();
        }
    }
}
