package org.labcast.services.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.services.acme.Acme;
import org.labcast.services.acme.AcmeSyntaxException;
import org.labcast.services.acme.Document;

/** Small or large descriptions that would take for ever, or all of the stack, if nothing bounded them. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BoundedCheckTest {
    private static final int MANY = 20_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Family F = { Port Type P = { Port a : P; Port b : P; } } System s : F = { Component c = { Port p : P; } }",
                "Family F = { System t : F = {}; System u : F = {}; } System s : F = { Component c = { }; }",
                "Family F = { Component Type C = { Port p = { Properties { Port-Type = \"process\"; } }"
                        + " Representation { System t = { Component c : C = { }; Component d : C = { } } } } }"
                        + " System s : F = { Component c : C = { }; }",
                "Component Type A extends B with { } Component Type B extends A with { } System s = { Component c : A = { } }"
            })
    void typesThatHoldThemselves(String description) {
        assertThat(check(description)).isNotNull();
    }

    @Test
    void portTypesThatHoldTwoOfTheNext() {
        check("Family F = { "
                + many(40, i -> "Port Type P%d = { Port a : P%d; Port b : P%d; } ".formatted(i, i + 1, i + 1))
                + "} System s : F = { Component c = { Port p : P0; } }");
    }

    @Test
    void typesThatExtendEachOtherDeeply() {
        assertThat(check(many(MANY, i -> "Component Type T%d extends T%d with { }\n".formatted(i, i + 1))
                        + "System s = { Component c : T0 = { }; }"))
                .anyMatch(message -> message.contains("more than 100 deep"));
    }

    @Test
    void recordsThatHoldTwoOfTheNext() {
        DataTypes types =
                types(many(40, i -> "Property Type R%d = Record [a : R%d; b : R%d;];\n".formatted(i, i + 1, i + 1))
                        + "Property Type R40 = int;");
        assertThat(refusal(types)).contains("holds more than 10000 fields");
    }

    @Test
    void recordsThatHoldEachOtherDeeply() {
        DataTypes types = types(many(MANY, i -> "Property Type R%d = Record [a : R%d;];\n".formatted(i, i + 1))
                + "Property Type R%d = int;".formatted(MANY));
        assertThat(refusal(types)).contains("more than 100 types deep").contains("lab.acme:");
    }

    @Test
    void largeRecordsWithinTheBoundsAreKnown() {
        DataTypes types =
                types(many(8, i -> "Property Type R%d = Record [a : R%d; b : R%d;];\n".formatted(i, i + 1, i + 1))
                        + "Property Type R8 = int;");
        assertThat(types.named("R0").written()).hasSizeGreaterThan(256);
    }

    @Test
    void errorsWithoutEnd() {
        String ports = many(MANY, i -> "Port p" + i + ";");
        String links = many(MANY, i -> "c.q" + i + " to r.a;\n");
        assertThat(check("System s = { Component c = {" + ports + " }; Connector r = { Role a; }; Attachments : {"
                        + links + "} }"))
                .hasSizeBetween(1_000, 1_010)
                .anyMatch(message -> message.contains("more than 1000 errors"));
    }

    @Test
    void oneLineForEverything() {
        check("System s = {" + many(2 * MANY, i -> "Component c" + i + " = { };") + "}");
    }

    @Test
    void aPathOfManyFolders() {
        assertThat(check("System s = { Component c = { Properties { Component-Type = \"GUI\"; GUI-CodeFile = \""
                        + "a/".repeat(100_000) + "x\"; } } }"))
                .anyMatch(message -> message.contains("is no Java source file"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999", "1e9999999999", "1.0e-2147483647"})
    void numbersThatNoComputerWritesOut(String number) {
        assertThat(check("System s = { Component c = { Properties { Version : int = " + number + "; } } }"))
                .containsExactly("this number is too large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "<",
                "Set {",
                "Component c = {",
                "Properties {",
                "property p = <<",
                "property a : Set {",
                "invariant (",
                "property a : Record [a : ",
                "Representation { System t = {",
                "Representation {"
            })
    void openingsWithoutEnd(String opening) {
        assertThat(check("System s = {" + opening.repeat(100_000))).isNotEmpty();
    }

    private static List<String> check(String text) {
        try {
            return Checker.check(List.of(document(text)), List.of(), false).findings().stream()
                    .map(found -> found.message())
                    .toList();
        } catch (AcmeSyntaxException e) {
            return List.of(e.finding().message());
        }
    }

    private static DataTypes types(String text) {
        return new DataTypes(List.of(document(text)));
    }

    private static String refusal(DataTypes types) {
        try {
            return types.named("R0").written();
        } catch (org.labcast.services.contract.ContractException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Document document(String text) {
        return Acme.read("lab.acme", text);
    }

    private static String many(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
    }
}
