package org.labcast.services.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.services.check.Checked;
import org.labcast.services.client.ToolFailedException;
import org.labcast.services.contract.ServicePort;

/** An adapter, generated, compiled, and used by a program without a lab. */
class AdapterGeneratorTest {
    private static final String DESCRIPTION = """
            Property Type Line = Record [ text : string; length : int; ];
            Component Echo = {
              Property Component-Type = "Call Return";
              Port say = { Properties {
                Port-Type = "callee"; Interface = "Saying"; Signature = "String text, boolean twice";
                Return = "String getOutputStream(aprocess)"; Cmd = "printf '%s %s' text twice"; Path = "/usr/bin/printf"
              } };
              Port measure = { Properties {
                Port-Type = "callee"; Interface = "Saying"; Signature = "String text";
                Return = "Line[] getJson(aprocess)"; Shell = true; Path = "/bin/sh";
                Cmd = "printf '[{\\"text\\": \\"%s\\", \\"length\\": %d}]' \\"$1\\" ${#1}"
              } };
              Port fail = { Properties {
                Port-Type = "callee"; Interface = "Saying"; Cmd = "false"; Path = "/bin/false"
              } };
            };
            """;

    private static final Map<String, String> PROGRAM = Map.of("Program", """
            package echo;

            public final class Program implements java.util.function.Function<String, String> {
                @Override
                public String apply(String text) {
                    try (SayingAdapter tools = new SayingAdapter()) {
                        if (text.isEmpty()) {
                            tools.fail();
                        }
                        return tools.say(text, true) + ", " + tools.measure(text).get(0).length();
                    }
                }
            }
            """);

    @TempDir
    private Path classes;

    @SuppressWarnings("unchecked")
    private Function<String, String> program() throws Exception {
        Checked checked = Described.text(DESCRIPTION);
        List<GeneratedFile> files = AdapterGenerator.generate(checked.services(), "echo", "echo.acme", DESCRIPTION);
        return (Function<String, String>) Compiled.load(files, PROGRAM, classes)
                .loadClass("echo.Program")
                .getConstructor()
                .newInstance();
    }

    @Test
    void runsTheToolsOfThisMachine() throws Exception {
        assertThat(program().apply("a;b$(c)")).isEqualTo("a;b$(c) true, 7");
    }

    @Test
    void aToolThatFailsIsAnException() throws Exception {
        Function<String, String> program = program();
        assertThatThrownBy(() -> program.apply(""))
                .isInstanceOf(ToolFailedException.class)
                .hasMessage("Saying.fail failed with exit code 1");
    }

    @Test
    void twoPortsOfOneNameMustBeTheSame() {
        String other = DESCRIPTION
                .replace("Component Echo", "Component Other")
                .replace("boolean twice", "boolean once")
                .replace("text twice", "text once");
        List<ServicePort> both = Stream.of(DESCRIPTION, other)
                .flatMap(text -> Described.text(text).services().stream())
                .toList();
        assertThatThrownBy(() -> AdapterGenerator.generate(both, "echo", "echo.acme", DESCRIPTION))
                .isInstanceOf(GenerationException.class)
                .hasMessageContaining("Echo.say and Other.say are both Saying.say, and not the same");
    }
}
