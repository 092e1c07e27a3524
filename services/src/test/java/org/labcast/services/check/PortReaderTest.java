package org.labcast.services.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labcast.services.acme.Acme;
import org.labcast.services.acme.Finding;
import org.labcast.services.contract.DataType.Field;
import org.labcast.services.contract.DataType.ListOf;
import org.labcast.services.contract.DataType.OneOf;
import org.labcast.services.contract.DataType.RecordType;
import org.labcast.services.contract.DataType.Scalar;
import org.labcast.services.contract.Decoder;
import org.labcast.services.contract.Invocation;
import org.labcast.services.contract.PortMetadata;
import org.labcast.services.contract.ReturnType;
import org.labcast.services.contract.ServicePort;
import org.labcast.services.contract.Terms;
import org.labcast.services.contract.Terms.SlowReader;

/** Every property of a service's port has its meaning, and a message where it is wrong. */
final class PortReaderTest {
    private static final String CALLEE =
            "Port-Type = \"callee\"; Interface = \"I\"; Cmd = \"id\"; Path = \"/bin/id\"; ";
    private static final String PROCESS =
            "Port-Type = \"process\"; Interface = \"I\"; Cmd = \"id\"; Path = \"/bin/id\"; Post = \"sendOutPutStream(aprocess)\"; ";

    private static Checked check(String properties, String... others) {
        String style = properties.contains("\"process\"") ? "Communicating Process" : "Call Return";
        return Checker.check(
                List.of(Acme.read(
                        "a.acme",
                        "Component c = { Property Component-Type = \"" + style + "\";\nPort p = { Properties {\n"
                                + properties + " } };};\n" + String.join("\n", others))),
                List.of(),
                false);
    }

    private static ServicePort read(String properties, String... others) {
        Checked checked = check(properties, others);
        assertThat(checked.findings()).isEmpty();
        return checked.service("c", "p").orElseThrow();
    }

    private static List<String> said(Checked checked) {
        return checked.findings().stream().map(Finding::toString).toList();
    }

    @Test
    void whatIsNotSaidIsUsual() {
        ServicePort port = read(CALLEE);
        assertThat(port.terms()).isEqualTo(Terms.USUAL);
        assertThat(port.metadata()).isEqualTo(PortMetadata.NOTHING);
        assertThat(port.returns()).isEqualTo(ReturnType.NOTHING);
        assertThat(port.plan(Map.of()))
                .isEqualTo(new Invocation(Optional.empty(), List.of("/bin/id"), Optional.empty()));
    }

    @Test
    void termsAreRead() {
        ServicePort call =
                read(CALLEE + "Timeout = 5; Output-Limit = \"1000\"; Slots = 2; Idempotent = true; User = nobody;");
        assertThat(call.terms())
                .isEqualTo(new Terms(Duration.ofSeconds(5), 1000, 2, SlowReader.BLOCK, true, Optional.of("nobody")));
        assertThat(read(PROCESS + "Slow-Reader = \"Drop\";").terms().slowReader())
                .isEqualTo(SlowReader.DROP);
    }

    @Test
    void whatPeopleAreToldIsRead() {
        assertThat(read(CALLEE
                                + "Version = \"2.1\"; Documentation = \"Who runs it.\"; Attributes = \"os=debian, room = 12\"; Shared-GUI = true;")
                        .metadata())
                .isEqualTo(new PortMetadata("2.1", "Who runs it.", Map.of("os", "debian", "room", "12"), true));
    }

    @Test
    void whatRunsBeforeAndAfterIsBoundAlike() {
        ServicePort port =
                read(CALLEE + "Signature = \"String who\"; Pre = \"/bin/pre who\"; Post = \"/bin/post -x who\";");
        assertThat(port.plan(Map.of("who", List.of("a b"))))
                .isEqualTo(new Invocation(
                        Optional.of(List.of("/bin/pre", "a b")),
                        List.of("/bin/id"),
                        Optional.of(List.of("/bin/post", "-x", "a b"))));
    }

    @Test
    void aShellPortHasItsTextAndNumberedValues() {
        ServicePort port = read("Port-Type = callee; Interface = I; Shell = true; Signature = \"String a, String[] b\";"
                + " Cmd = \"id -u \\\"$1\\\" | sort; shift; echo \\\"$@\\\"\"; Pre = \"test -e \\\"$1\\\"\";");
        Invocation plan = port.plan(Map.of("a", List.of("$(id)"), "b", List.of("1", "2")));
        assertThat(plan.main())
                .containsExactly("/bin/sh", "-c", "id -u \"$1\" | sort; shift; echo \"$@\"", "p", "$(id)", "1", "2");
        assertThat(plan.pre().orElseThrow()).containsExactly("/bin/sh", "-c", "test -e \"$1\"", "p", "$(id)", "1", "2");
        assertThat(port.tool().programs()).containsExactly("/bin/sh");
    }

    @Test
    void aJsonRecordIsDeclaredInTheDescription() {
        String types = "Property Type State = Enum {open, closed};"
                + "Property Type OpenPort = Record [ port : int; state : State; names : Sequence <string>; ];";
        assertThat(read(CALLEE + "Return = \"OpenPort[] getJson(aprocess)\";", types)
                        .returns())
                .isEqualTo(new ReturnType(
                        Decoder.JSON,
                        Optional.of(new ListOf(new RecordType(
                                "OpenPort",
                                List.of(
                                        new Field("port", Scalar.INT),
                                        new Field("state", new OneOf(List.of("open", "closed"))),
                                        new Field("names", new ListOf(Scalar.STRING))))))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Timeout = 0;|'Timeout' is a whole number from 1 to 86400, not '0'.",
                "Slots = many;|'Slots' is a whole number from 1 to 1000, not 'many'.",
                "Output-Limit = -1;|'Output-Limit' is a whole number from 1 to 1073741824, not '-1'.",
                "Slow-Reader = wait;|'Slow-Reader' is block or drop, not 'wait'.",
                "User = \"a b\";|'User' is the name of a user, such as nobody, not 'a b'.",
                "Attributes = \"room\";|'room' is no attribute; write name=value, with commas between them.",
                "Attributes = \"a=1, a=2\";|The attribute 'a' is there twice.",
                "Idempotent = maybe;|'Idempotent' is true or false, not 'maybe'.",
                "Return = \"String getLine(aprocess)\";|Return: 'getLine' is no decoder; did you mean getLines?",
                "Return = \"Opn getJson(aprocess)\";|Return: there is no type 'Opn'; did you mean 'Open'?",
                "Return = \"Ring getJson(aprocess)\";|Return: the type 'Ring' at a.acme:6:15 holds itself.",
                "Return = \"Open getJson(aprocess)\";|Return: the field 'a' at a.acme:5:31 has no type.",
                "Pre = \"sync\";|Pre must begin with the absolute path of its program.",
                "Post = \"getLines(aprocess)\";|Post is a program, or sendOutPutStream(aprocess); getLines belongs to Return.",
                "Post = \"sendOutPutStream(aprocess)\";|sendOutPutStream makes a stream, and a callee gives one result; make the Port-Type 'process', or take another decoder.",
                "Return = \"sendOutPutStream(aprocess)\";|sendOutPutStream makes a stream, and a callee gives one result; make the Port-Type 'process', or take another decoder.",
                "Shell = true; Signature = \"String[] a, String b\";|Cmd is run by a shell, so the String[] 'a' must be the last parameter.",
            })
    void whatIsWrongIsSaidAtTheProperty(String properties, String message) {
        Checked checked = check(
                CALLEE + "\n" + properties,
                "Property Type Open = Record [ a; ];\nProperty Type Ring = Record [ next : Ring; ];");
        assertThat(checked.findings())
                .filteredOn(found -> found.severity() == Finding.Severity.ERROR)
                .extracting(Finding::message)
                .containsExactly(message);
        assertThat(checked.services()).isEmpty();
    }

    @Test
    void namesMustSuitAnAddress() {
        assertThat(said(check(CALLEE.replace("\"I\"", "\"a b\""))))
                .singleElement()
                .asString()
                .startsWith("a.acme:3:23: error: The name of an interface is 1 to 63 letters");
    }

    @Test
    void whatHasNoEffectIsSaid() {
        assertThat(said(check(PROCESS + "Timeout = 5; Return = \"getLines(aprocess)\";")))
                .containsExactly(
                        "a.acme:3:108: note: 'Timeout' has no effect on a process port.",
                        "a.acme:3:121: warning: getLines has no effect: the output of a process port is a stream.");
        assertThat(said(check(PROCESS.replace("sendOutPutStream(aprocess)", ""))))
                .containsExactly(
                        "a.acme:2:6: note: The output of a process port is a stream, also without sendOutPutStream.",
                        "a.acme:3:71: note: 'Post' is empty, and read as if it was not there.");
    }
}
