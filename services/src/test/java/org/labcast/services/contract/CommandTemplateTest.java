package org.labcast.services.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandTemplateTest {
    private static CommandTemplate template(String cmd, String signature) {
        return CommandTemplate.read(cmd, "/usr/bin/scan", Signature.read(signature));
    }

    private static List<String> bound(String cmd, String signature, Map<String, List<String>> values) {
        return bound(cmd, signature, values, false);
    }

    private static List<String> bound(String cmd, String signature, Map<String, List<String>> values, boolean dashes) {
        Tool tool = new Tool("/usr/bin/scan", Optional.empty(), template(cmd, signature), Optional.empty(), dashes);
        return tool.plan(Signature.read(signature).checked(values)).main();
    }

    @Test
    void aParameterBecomesExactlyOneArgument() {
        assertThat(bound(
                        "scan -p ports host",
                        "String ports, String host",
                        Map.of("ports", List.of("1 2; rm x"), "host", List.of("h"))))
                .containsExactly("/usr/bin/scan", "-p", "1 2; rm x", "h");
    }

    @Test
    void plusJoinsAndBehindTheProgramMeansNothing() {
        assertThat(bound("scan + cmd ", "String cmd", Map.of("cmd", List.of("lab-1"))))
                .containsExactly("/usr/bin/scan", "lab-1");
        assertThat(bound("scan --top-ports= + n", "int n", Map.of("n", List.of("10"))))
                .containsExactly("/usr/bin/scan", "--top-ports=10");
    }

    /** As tools have it that know nothing of ours: dig, date, chmod. */
    @Test
    void aPlusWithoutBlanksOnBothSidesIsAnOrdinaryCharacter() {
        assertThat(bound("scan +short +time=2 u+x,g+w name", "String name", Map.of("name", List.of("n"))))
                .containsExactly("/usr/bin/scan", "+short", "+time=2", "u+x,g+w", "n");
        assertThat(bound("scan '+' c++ a+", "", Map.of())).containsExactly("/usr/bin/scan", "+", "c++", "a+");
    }

    @Test
    void aPlusBesideAParametersNameIsNotGuessed() {
        assertThatThrownBy(() -> template("scan --port=+port", "int port"))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("joins only with a blank on both sides");
        assertThat(bound("scan '+port'", "int port", Map.of("port", List.of("1"))))
                .containsExactly("/usr/bin/scan", "+port");
    }

    @Test
    void itsJoinsAreKnown() {
        assertThat(template("scan + a --b= + a x + y", "String a").joins())
                .containsExactly(
                        new CommandTemplate.Join("'--b='", "a", false), new CommandTemplate.Join("'x'", "'y'", true));
    }

    @Test
    void severalBecomeMany() {
        assertThat(bound("scan hosts -v", "String[] hosts", Map.of("hosts", List.of("a", "b"))))
                .containsExactly("/usr/bin/scan", "a", "b", "-v");
        assertThat(bound("scan hosts", "String[] hosts", Map.of("hosts", List.of())))
                .containsExactly("/usr/bin/scan");
    }

    @Test
    void whatStandsTogetherIsOneArgument() {
        assertThat(bound("scan --name='a host' '-x'", "", Map.of()))
                .containsExactly("/usr/bin/scan", "--name=a host", "-x");
    }

    @Test
    void quotesKeepBlanksAndNames() {
        assertThat(bound("scan 'a host' host", "String host", Map.of("host", List.of("h"))))
                .containsExactly("/usr/bin/scan", "a host", "h");
    }

    @Property
    void anyValueArrivesUnchanged(@ForAll String value) {
        Assume.that(!value.startsWith("-") && value.indexOf('\0') < 0);
        assertThat(bound("scan -x v", "String v", Map.of("v", List.of(value))))
                .containsExactly("/usr/bin/scan", "-x", value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", "-", "--script=evil", "-5"})
    void aDashIsRefusedUnlessAllowed(String value) {
        Map<String, List<String>> values = Map.of("v", List.of(value));
        assertThatThrownBy(() -> bound("scan v", "String v", values)).hasMessageContaining("begins with '-'");
        assertThat(bound("scan v", "String v", values, true)).containsExactly("/usr/bin/scan", value);
    }

    @Test
    void aNulIsNeverTaken() {
        assertThatThrownBy(() -> bound("scan v", "String v", Map.of("v", List.of("a\0b")), true))
                .hasMessageContaining("NUL");
    }

    @ParameterizedTest
    @CsvSource({
        "int,12,true",
        "int,+12,false",
        "int,2147483648,false",
        "int, ,false",
        "int,١,false",
        "long,2147483648,true",
        "double,1.5e3,true",
        "double,NaN,false",
        "double,1e999,false",
        "boolean,true,true",
        "boolean,TRUE,false",
        "'{fast, slow}',fast,true",
        "'{fast, slow}',quick,false"
    })
    void typesAreChecked(String type, String value, boolean good) {
        Map<String, List<String>> values = Map.of("v", List.of(value == null ? "" : value));
        if (good) {
            assertThat(bound("scan v", type + " v", values)).hasSize(2);
        } else {
            assertThatThrownBy(() -> bound("scan v", type + " v", values))
                    .isInstanceOf(ContractException.class)
                    .hasMessageStartingWith("'v': ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "other x||must begin with 'scan', the program of its Path",
                "||must begin with 'scan', the program of its Path",
                "scan a + b|String[] a, int b|joins a String[] with something else; it must stand alone",
            })
    void wrongTemplatesAreRefused(String cmd, String signature, String message) {
        assertThatThrownBy(() -> template(cmd == null ? "" : cmd, signature == null ? "" : signature))
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sting host|'Sting' is no type; did you mean String?",
                "host|'host' is no parameter; write a type and a name, as in 'String host'",
                "int a, int a|the parameter 'a' is there twice",
                "{a b, c} x|'a b' is no word of an enumeration",
                "{a, b, a} x|{a, b, a} has a word twice",
            })
    void wrongSignaturesAreRefused(String signature, String message) {
        assertThatThrownBy(() -> Signature.read(signature)).hasMessage(message);
    }
}
