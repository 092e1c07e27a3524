package org.labcast.services.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.labcast.services.contract.Style.OfPort;

/** A stream that feeds a call, run by the machine's own shell. */
final class FeedTest {
    private static ServicePort port(OfPort style, String signature, String path, String cmd, boolean dashes) {
        Signature parameters = Signature.read(signature);
        return new ServicePort(
                "c",
                new Operation("I", style.word(), style, parameters, ReturnType.NOTHING),
                new Tool(path, Optional.empty(), CommandTemplate.read(cmd, path, parameters), Optional.empty(), dashes),
                Terms.USUAL,
                PortMetadata.NOTHING);
    }

    /** {@code printf} puts out the lines; each becomes one {@code printf <prefix|line|suffix>}. */
    private static Feed feed(boolean dashes) {
        return new Feed(
                port(OfPort.PROCESS, "String lines", "/usr/bin/printf", "printf %s lines", dashes),
                port(
                        OfPort.CALLEE,
                        "String mark, String line",
                        "/usr/bin/printf",
                        "printf <%s> x + line + mark line",
                        dashes),
                "line");
    }

    private record Ran(int code, String out, String err) {}

    private static Ran run(Feed feed, Map<String, List<String>> values) throws IOException, InterruptedException {
        List<String> arguments =
                feed.tool().plan(feed.signature().checked(values)).main();
        Process process = new ProcessBuilder(arguments).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, err);
    }

    @Test
    void eachLineIsOneCallAndArrivesUnchanged() throws Exception {
        String nasty = "$(id) `id`; 'a' \"b\" \\n * ";
        assertThat(run(feed(true), Map.of("lines", List.of("one\n\n" + nasty + "\n-last"), "mark", List.of("'$1'"))))
                .isEqualTo(new Ran(
                        0, "<xone'$1'><one><x'$1'><><x" + nasty + "'$1'><" + nasty + "><x-last'$1'><-last>", ""));
    }

    @Test
    void aLineWithADashIsPassedOverWithAMessage() throws Exception {
        assertThat(run(feed(false), Map.of("lines", List.of("one\n-rf\ntwo"), "mark", List.of("m"))))
                .isEqualTo(new Ran(0, "<xonem><one><xtwom><two>", "passed over, since it begins with a dash: -rf\n"));
    }

    @Test
    void theExitCodeIsThatOfTheStream() throws Exception {
        Template failing = new ShellTemplate("echo a; exit 3", "source", Signature.read(""));
        ServicePort echo = port(OfPort.CALLEE, "String line", "/bin/echo", "echo line", false);
        ServicePort source = new ServicePort(
                "c",
                new Operation("I", "s", OfPort.PROCESS, Signature.read(""), ReturnType.STREAM),
                new Tool("/bin/sh", Optional.empty(), failing, Optional.empty(), false),
                Terms.USUAL,
                PortMetadata.NOTHING);
        assertThat(run(new Feed(source, echo, "line"), Map.of())).isEqualTo(new Ran(3, "a\n", ""));
    }

    @Test
    void aCallThatFailsDoesNotEndTheStream() throws Exception {
        Feed feed = new Feed(
                port(OfPort.PROCESS, "String lines", "/usr/bin/printf", "printf %s lines", false),
                port(OfPort.CALLEE, "String line", "/bin/ls", "ls line", false),
                "line");
        Ran ran = run(feed, Map.of("lines", List.of("/nowhere\n/bin/sh\n")));
        assertThat(ran.out()).isEqualTo("/bin/sh\n");
        assertThat(ran.err()).contains("/nowhere");
        assertThat(ran.code()).isZero();
    }

    @Test
    void whatACallerGivesIsWithoutTheLine() {
        assertThat(feed(true).signature().written()).isEqualTo("String lines, String mark");
        assertThat(feed(true).tool().programs()).containsExactly("/usr/bin/printf", "/bin/sh");
        Feed clash = new Feed(
                port(OfPort.PROCESS, "String mark", "/bin/echo", "echo mark", false),
                port(OfPort.CALLEE, "String mark, String line", "/bin/echo", "echo mark line", false),
                "line");
        assertThatThrownBy(clash::signature).hasMessage("the parameter 'mark' is there twice");
    }
}
