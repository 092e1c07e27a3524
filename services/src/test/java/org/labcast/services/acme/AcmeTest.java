package org.labcast.services.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AcmeTest {
    private static Body read(String text) {
        return Acme.read("lab.acme", text).body();
    }

    private static Value value(String written) {
        return read("Property p = " + written + ";").properties().get(0).value().orElseThrow();
    }

    @Test
    void componentsWithPortsOfBothWritings() {
        Body body = read("SYSTEM s = { component a = { Port x; Ports { y; z : T = new T; } }; Component b : T; }");
        Node system = body.nodes().get(0);
        assertThat(system.kind()).isEqualTo(ElementKind.SYSTEM);
        assertThat(system.children(ElementKind.COMPONENT))
                .extracting(node -> node.name().text())
                .containsExactly("a", "b");
        Node a = system.children(ElementKind.COMPONENT).get(0);
        assertThat(a.children(ElementKind.PORT))
                .extracting(node -> node.name().text())
                .containsExactly("x", "y", "z");
        assertThat(a.children(ElementKind.PORT).get(2).types())
                .extracting(Name::text)
                .containsExactly("T");
    }

    @Test
    void familiesExtendAndTypesAreMadeFrom() {
        Body body = read(
                "import \"lib/F.acme\"; Family G extends E, F with { Component Type C extends B with { Port p; } }"
                        + " System s : G = new G extended with { component c : C = new C extended with { property n = 1; }; };");
        Node family = body.nodes().get(0);
        assertThat(family.parents()).extracting(Name::text).containsExactly("E", "F");
        assertThat(family.body().nodes().get(0).type()).isTrue();
        Node c = body.nodes().get(1).children(ElementKind.COMPONENT).get(0);
        assertThat(c.types()).extracting(Name::text).containsExactly("C");
        assertThat(c.property("N").orElseThrow().value()).contains(new Value.Numeral(BigDecimal.ONE));
    }

    @Test
    void theDialectOfTheNinetiesIsRead() {
        Body body = read("Component c = { Properties : { Kind: string= \"x\"; rate : float = 2.5 } }"
                + " Connector r = { Roles {caller, callee} } Attachments : { c.out to r.caller }");
        assertThat(body.nodes().get(0).body().properties()).hasSize(2);
        assertThat(body.links())
                .singleElement()
                .satisfies(link -> assertThat(link.to().text()).isEqualTo("r.caller"));
    }

    @Test
    void valuesOfEveryShape() {
        assertThat(value("\"a \\\" b\"")).isEqualTo(new Value.Text("a \" b"));
        assertThat(value("-2.5e3")).isEqualTo(new Value.Numeral(new BigDecimal("-2.5e3")));
        assertThat(value("TRUE")).isEqualTo(new Value.Truth(true));
        assertThat(value("{1, 2}"))
                .isInstanceOfSatisfying(
                        Value.Several.class, it -> assertThat(it.values()).hasSize(2));
        assertThat(value("<1, 2>"))
                .isInstanceOfSatisfying(
                        Value.Sequence.class, it -> assertThat(it.values()).hasSize(2));
        assertThat(value("[a : int = 1; b = {[c = 2]};]"))
                .isInstanceOfSatisfying(
                        Value.Fields.class, it -> assertThat(it.fields()).hasSize(2));
    }

    @Test
    void typesAndMetadataOfProperties() {
        org.labcast.services.acme.Property p =
                read("Property p : Set {Record [a : int;]} << default = {}; label : string = \"x\"; >>;")
                        .properties()
                        .get(0);
        assertThat(p.type().orElseThrow())
                .isInstanceOfSatisfying(
                        TypeExpression.SetOf.class,
                        set -> assertThat(set.element().orElseThrow()).isInstanceOf(TypeExpression.RecordOf.class));
        assertThat(p.metadata()).extracting(one -> one.name().text()).containsExactly("default", "label");
        assertThat(read("Property Type Colour = Enum {red, green};")
                        .propertyTypes()
                        .get(0)
                        .definition())
                .containsInstanceOf(TypeExpression.EnumOf.class);
    }

    @Test
    void designRulesAreKeptAsTheyAreWritten() {
        DesignRule rule = read("System s = { invariant forall c in {A, B} | size(c.ports) >= 1 << label = \"x\"; >>; }")
                .nodes()
                .get(0)
                .body()
                .rules()
                .get(0);
        assertThat(rule.keyword()).isEqualTo("invariant");
        assertThat(rule.text()).isEqualTo("forall c in {A, B} | size(c.ports) >= 1");
        assertThat(rule.metadata()).hasSize(1);
    }

    @Test
    void representationsAndBindingsAndGroups() {
        Node c =
                read("Component c = { Port p; Representation { System s = { Component d = { Port q; } } Bindings { d.q to c.p } } }")
                        .nodes()
                        .get(0);
        Node inner = c.children(ElementKind.REPRESENTATION).get(0);
        assertThat(inner.body().bindings()).hasSize(1);
        assertThat(read("Group g : T = { Members {a, b} };")
                        .nodes()
                        .get(0)
                        .body()
                        .members())
                .hasSize(2);
    }

    @Test
    void strayDotsAreSkippedWithAWarning() {
        Document document = Acme.read("fig.acme", "Component c = {\n  Properties { a = 1; ..\n b = 2; } }");
        assertThat(document.remarks())
                .extracting(Finding::toString)
                .containsExactly("fig.acme:2:23: warning: '..' means nothing here and is skipped.");
        assertThat(document.body().nodes().get(0).body().properties()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Component c = {|lab.acme:1:16: error: expected '}' to close the component c that is opened in line 1; found the end of the file",
                "Componnent c = {}|lab.acme:1:1: error: expected a declaration such as Component, Connector, Port, Property or Attachments; found 'Componnent' (did you mean 'Component'?)",
                "Component = {}|lab.acme:1:11: error: expected the name of a component; found '='",
                "Attachments { a.b c.d }|lab.acme:1:19: error: expected 'to'; found 'c'",
                "Property p = ;|lab.acme:1:14: error: expected a value: a text in quotes, a number, true, false, a name, {…}, <…> or […]; found ';'",
                "Property p = \"x|lab.acme:1:14: error: this text is not closed; expected \" behind it",
                "/* x|lab.acme:1:1: error: this comment is not closed; expected */ somewhere below",
                "Component a : T|lab.acme:1:16: error: expected ';', ':' or '= {' behind the component a; found the end of the file",
                "}|lab.acme:1:1: error: expected a declaration such as Component, Connector, Port, Property or Attachments; found '}'",
            })
    void messagesSayWhereAndWhatWasExpected(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(AcmeSyntaxException.class)
                .hasMessage(message);
    }

    @Test
    void placesCountCharactersAndLines() {
        AcmeSyntaxException e =
                catchThrowableOfType(AcmeSyntaxException.class, () -> read("// ä\r\n\tComponent 😀 = {}"));
        assertThat(e.finding().at()).isEqualTo(new Position("lab.acme", 2, 12));
    }

    @Test
    void deepNestingIsAnErrorAndNoOverflow() {
        assertThatThrownBy(() -> read("Component c = {".repeat(100_000))).isInstanceOf(AcmeSyntaxException.class);
        assertThatThrownBy(() -> read("Property p = " + "{".repeat(100_000))).isInstanceOf(AcmeSyntaxException.class);
    }

    @Property
    void anyTextIsReadOrRefusedWithAPlace(@ForAll @StringLength(max = 60) String text) {
        try {
            assertThat(Optional.of(read(text))).isPresent();
        } catch (AcmeSyntaxException e) {
            assertThat(e.finding().at().line()).isPositive();
            assertThat(List.of(e.finding().severity())).containsExactly(Finding.Severity.ERROR);
        }
    }
}
