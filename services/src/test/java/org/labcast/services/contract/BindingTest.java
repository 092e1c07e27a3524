package org.labcast.services.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever a value holds, it is exactly one argument, and no other argument changes. */
final class BindingTest {
    private static final Signature SIGNATURE = Signature.read("String a, String b, String[] more");

    private static Tool plain(boolean dashes) {
        return new Tool(
                "/usr/bin/tool",
                Optional.of(CommandTemplate.read("/bin/before a", SIGNATURE)),
                CommandTemplate.read("tool -x a --b= + b 'a' more end", "/usr/bin/tool", SIGNATURE),
                Optional.of(CommandTemplate.read("/bin/after b", SIGNATURE)),
                dashes);
    }

    private static Tool shell() {
        Template template = new ShellTemplate("tool \"$@\"", "run", SIGNATURE);
        return new Tool("/bin/sh", Optional.of(template), template, Optional.empty(), true);
    }

    private static Invocation plan(Tool tool, String a, String b, List<String> more) {
        return tool.plan(SIGNATURE.checked(Map.of("a", List.of(a), "b", List.of(b), "more", more)));
    }

    /** Anything but a NUL, and rather often what a shell or a template would look at. */
    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> nasty = Arbitraries.of(
                ";", "$(id)", "`id`", "\n", "'", "\"", "-", "--", "+", " ", "a", "b", "more", "$1", "\\", "*", "");
        return Arbitraries.oneOf(
                nasty.list().ofMaxSize(6).map(parts -> String.join("", parts)),
                Arbitraries.strings().ofMaxLength(20).filter(text -> text.indexOf('\0') < 0));
    }

    @Property
    void aValueIsOneArgumentAndChangesNoOther(
            @ForAll("values") String a, @ForAll("values") String b, @ForAll("values") String c) {
        Invocation plan = plan(plain(true), a, b, List.of(c, a));
        assertThat(plan.main()).containsExactly("/usr/bin/tool", "-x", a, "--b=" + b, "a", c, a, "end");
        assertThat(plan.pre()).contains(List.of("/bin/before", a));
        assertThat(plan.post()).contains(List.of("/bin/after", b));
    }

    @Property
    void aShellGetsValuesBesideItsText(
            @ForAll("values") String a, @ForAll("values") String b, @ForAll("values") String c) {
        Invocation plan = plan(shell(), a, b, List.of(c));
        assertThat(plan.main()).containsExactly("/bin/sh", "-c", "tool \"$@\"", "run", a, b, c);
        assertThat(plan.pre()).contains(plan.main());
    }

    @Property
    void aDashInFrontIsRefusedWhereverItStands(@ForAll("values") String rest) {
        assertThatThrownBy(() -> plan(plain(false), "-" + rest, "b", List.of()))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("'a' begins with '-'");
        assertThatThrownBy(() -> plan(plain(false), "a", "b", List.of("x", "-" + rest)))
                .hasMessageContaining("'more' begins with '-'");
    }

    @Test
    void aNulIsNeverTaken() {
        assertThatThrownBy(() -> plan(shell(), "a\0b", "b", List.of())).hasMessageContaining("NUL");
        assertThatThrownBy(() -> new ShellTemplate("a\0b", "run", SIGNATURE)).hasMessageContaining("NUL");
        assertThatThrownBy(() -> CommandTemplate.read("/bin/a \0", SIGNATURE)).hasMessageContaining("NUL");
    }

    @Test
    void valuesAreThoseOfTheSignature() {
        assertThat(SIGNATURE.checked(Map.of("b", List.of("2"), "a", List.of("1"))))
                .containsExactly(
                        Map.entry("a", List.of("1")), Map.entry("b", List.of("2")), Map.entry("more", List.of()));
        assertThatThrownBy(() -> SIGNATURE.checked(Map.of("a", List.of("1")))).hasMessage("'b' needs a value");
        assertThatThrownBy(() -> SIGNATURE.checked(Map.of("a", List.of("1", "2"), "b", List.of("1"))))
                .hasMessage("'a' needs one value and has 2");
        assertThatThrownBy(() -> SIGNATURE.checked(Map.of("c", List.of())))
                .hasMessage("there is no parameter 'c'; there are a, b, more");
    }

    @Test
    void aStringArrayOfAShellMustBeTheLast() {
        assertThatThrownBy(() -> new ShellTemplate("x", "run", Signature.read("String[] a, String b")))
                .hasMessage("is run by a shell, so the String[] 'a' must be the last parameter");
    }

    @Test
    void beforeAndAfterNameTheirProgramsThemselves() {
        assertThatThrownBy(() -> CommandTemplate.read("sync", SIGNATURE))
                .hasMessage("must begin with the absolute path of its program");
        assertThat(plain(true).programs()).containsExactly("/usr/bin/tool", "/bin/before", "/bin/after");
    }
}
