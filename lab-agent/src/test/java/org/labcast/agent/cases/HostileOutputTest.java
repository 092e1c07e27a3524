package org.labcast.agent.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.agent.machine.RecordedFacts;
import org.labcast.agent.output.RecordedOutputs;
import org.labcast.agent.worker.Failures;
import org.labcast.correction.Corrector;
import org.labcast.correction.FailedCommand;
import org.labcast.correction.MachineFacts;
import org.labcast.model.result.Output;
import org.labcast.model.result.Risk;

/** Outputs that were made to cost time and memory, or to smuggle in a command. */
@Timeout(300)
class HostileOutputTest {
    private static final int HUGE = 100 << 20;
    private static final List<String> COMMANDS = List.of(
            "apt-get instal vim",
            "apt-get install vmi",
            "git brnch -a",
            "npm x1 x2",
            "sl /tmp",
            "systemctl restart ngnix",
            "find . -nmae x",
            "mkdir a/b",
            "cat a | grep b > c; docker imags",
            "echo " + "(".repeat(5_000));

    private final MachineFacts machine = RecordedFacts.of(Map.of(
            "executables",
            List.of("ls", "rm", "git", "npm", "docker", "find", "apt-get"),
            "packages",
            List.of("vim", "rm")));
    private final Corrector corrector = new Corrector((rule, failed, cause) -> {
        throw new AssertionError(rule + " crashed on " + failed.command(), cause);
    });

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Did you mean 'rm -rf /'?\n",
                "Did you mean this?\n\t$(reboot)\n",
                "Unknown command: \"x1\"\n\nDid you mean this?\n    npm rm; reboot\n",
                "git: 'brnch' is not a git command.\n\nThe most similar command is\n\treboot;reboot\n",
                "E: Unable to locate package vmi\u001b[31m\u001b]0;$(reboot)\u0007\n",
                "sh: 1: sl: not found\nls&&reboot\n",
                "usage: [[[[((((<<<<{{{{''''\"\"\"\"",
                "\u001b[",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
                "- - - - - -- -- -- --a --a=",
                "                                ",
                "''''''''``````\u2018\u2019",
                "::::..../////",
                "\n",
                "\ud83d\udca9\u202e\u0000",
            })
    void costsLittleAndYieldsNothingUnsafe(String piece) throws IOException {
        Output output = RecordedOutputs.read(endless(piece.getBytes(StandardCharsets.UTF_8), 4 << 20));

        COMMANDS.forEach(command -> assertHarmless(Failures.of(command, 1, output, output)));
    }

    @Test
    void ofAHundredMegabytesOnlyTheEndsAreKept() throws IOException {
        Output output = RecordedOutputs.read(endless("Did you mean 'rm'?\n".getBytes(StandardCharsets.UTF_8), HUGE));

        assertThat(output.total()).isEqualTo(HUGE);
        assertThat(output.head().size() + output.tail().size()).isEqualTo(64 << 10);
        assertHarmless(Failures.of("npm x1", 1, output, Output.NONE));
    }

    @Test
    void bytesThatAreNoTextAreReadAsText() throws IOException {
        Output output = RecordedOutputs.read(
                endless(new byte[] {(byte) 0xff, (byte) 0xc3, 0x28, 0, (byte) 0xed, (byte) 0xa0}, 4 << 20));

        COMMANDS.forEach(command -> assertHarmless(Failures.of(command, 1, output, output)));
    }

    @Test
    void aCaseWithAMillionHintsIsAnsweredInItsTurn() throws IOException {
        String hints = "Did you mean x?\\n".repeat(400_000);
        String line = "{\"id\":1,\"command\":\"npm x1\",\"facts\":{},\"output\":\"" + hints + "\"}\n";
        StringWriter out = new StringWriter();

        boolean good = new CaseStream(corrector, () -> machine)
                .answer(new ByteArrayInputStream((line + line).getBytes(StandardCharsets.UTF_8)), new PrintWriter(out));

        assertThat(good).isTrue();
        assertThat(out.toString().lines())
                .hasSize(2)
                .allMatch(answer -> answer.startsWith("{\"id\":1,\"suggestions\":"));
    }

    @Test
    void nothingOfAFailureIsKept() {
        List<WeakReference<Object>> seen = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            FailedCommand failed = new FailedCommand(
                    COMMANDS.get(i % 9) + i,
                    127,
                    "",
                    "sh: 1: sl: not found\nE: Unable to locate package vmi" + i + "\n");
            MachineFacts facts = RecordedFacts.of(Map.of("packages", List.of("vmi" + i + "x")));
            corrector.diagnose(failed, facts);
            List.<Object>of(failed.command(), failed.err(), facts).forEach(it -> seen.add(new WeakReference<>(it)));
        }

        await().until(() -> {
            System.gc();
            return seen.stream().allMatch(it -> it.refersTo(null));
        });
    }

    private void assertHarmless(FailedCommand failed) {
        corrector.diagnose(failed, machine).corrections().stream()
                .filter(correction -> correction.risk() == Risk.SAFE)
                .forEach(correction -> assertThat(correction.command())
                        .doesNotContain("reboot", "rm", "$(", "\u001b", "\u202e", "\0"));
    }

    private static InputStream endless(byte[] piece, int bytes) {
        return new InputStream() {
            private int at;

            @Override
            public int read() {
                return at < bytes ? piece[at++ % piece.length] & 0xff : -1;
            }

            @Override
            public int read(byte[] into, int from, int most) {
                int count = Math.min(most, bytes - at);
                for (int i = 0; i < count; i++) {
                    into[from + i] = piece[at++ % piece.length];
                }
                return count > 0 ? count : -1;
            }
        };
    }
}
