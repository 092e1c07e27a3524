package org.labcast.services.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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
import org.junit.jupiter.params.provider.ValueSource;

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

    /** What descriptions of others hold, gathered from the language's overview of 1997 and its later grammar. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "System s : F = { Component a : T = new T\n Component b : T;\n Connector p : P }",
                "Style s = { Component Type c; Port Type p extends q, r; Role Type t extends u with { } };",
                "Family F extends A.B, C;",
                "System s : F, G = new F, G extended with { };",
                "public abstract Component Type T = { private final Property p : int; }",
                "Element Type E = { Property p : any; invariant true; }",
                "Element Type E extends D with { };",
                "Group Type G = { Members { }; Property p; }  Group g : G = new G extended with { Members { a, b.c }; }",
                "View v : T = { }; View Type W = { }",
                "Port a, b; Role c : T, d : U;",
                "Component c = { Ports { a : T, b : U = new U; c = { Property p = 1 } } }",
                "Component c = { Ports : { a; b } Roles = { } }",
                "Attachment c.p to d.r;",
                "Attachments { c.p to d.r, e.s; c.q to { d.r, e.s }; a.b to c.d { Property p = 1; } }",
                "Attachments : { c.p to d.r\n c.q to d.s\n }",
                "Component c = { Representation { System s = { } Bindings { a to b.c\n d to e.f\n } } }",
                "Component c = { Representation r = { System s = { }; Bindings { a to b.c; }; }; }",
                "Component c = { Representation { System s = { } Rep-Map = { a to b.c } } }",
                "Binding a to b.c;",
                "Property p : Set {Sequence <Record [a, b : int; c : Set {}]>} = {<[a = 1; b = -2, c = {}]>};",
                "Property p : Sequence <>; Property q : Set {}; Property r : Enum {a, b-c} = b-c; Property s : seq <int>;",
                "Property Type Any; Property Type E = enum; Property Type R = Record [ ];",
                "Property p : float = +1.5E-10; Property q = 17; Property r = -0.5e+3; Property s = 5.;",
                "Property p := 5; Property q containassign {1};",
                "Property p = CODE-LIB/client.c; Property q : path = /usr/bin/nmap; Property r = 10ms; Property s = 1.2.3;",
                "Property p = $HOME/a-b; Property q = a.b.c; Property r = {a/b, c}; Property s = ~/x;",
                "Property p : T = \"a\" << a = 1; b : string = \"x\", c >> << d = <1, 2>; >>;",
                "Property 3d-view = 1; Component 2dnav = { Port a--b; };",
                "property type = 1; property property : string; component component : T; port type : T;",
                "import families/ROSFam.acme;\nimport \"a b.acme\";\nimport $AS_GLOBAL_PATH/x.acme\nimport c:\\d\\e.acme;",
                "System s = { import x.y.z; }",
                "Family f = { invariant forall c1, c2 : Component in self.components | connected(c1, c2) <-> !(c1 == c2); }",
                "Family f = { heuristic exists unique p :! T in /self/components:T[name == \"x\"]/ports | p.a >= 1 and p.b <= 2; }",
                "Family f = { rule r = invariant size({select c : T in self.components | c.x > 1}) == 0 << label = \"y\"; >>; }",
                "Family f = { rule r << ignore = true; >>; design rule q = heuristic a -> b; rule z; invariant true }",
                "Family f = { invariant Forall c in self.Connectors @ HasType(c, PipeT); }",
                "Family f = { analysis a(x : T, y : Set {int}) : boolean = x.y in y or distinct a, b in {1, 2} ; }",
                "Family f = { external analysis a(x : T) : int = a.b.C; external design analysis b() : int = \"code\"; }",
                "Family f = { design analysis a(x : int) : Sequence <int> = < 1, x >; }",
                "/* a\n * b */ // c\n System s = { /** d */ } // e",
            })
    void whatOthersWriteIsRead(String text) {
        assertThatCode(() -> read(text)).doesNotThrowAnyException();
    }

    @Test
    void whatIsReadIsKept() {
        Body body = read("Attachments { c.p to d.r, e.s; c.q to { f.r, g.s }, c.t to h.i }");
        assertThat(body.links())
                .extracting(link -> link.from() + " " + link.to())
                .containsExactly("c.p d.r", "c.p e.s", "c.q f.r", "c.q g.s", "c.t h.i");
        assertThat(read("Port a, b : T;").nodes())
                .extracting(node -> node.name().text())
                .containsExactly("a", "b");
        assertThat(value("/usr/bin/x-y_z.1")).isEqualTo(new Value.Text("/usr/bin/x-y_z.1"));
        assertThat(value("CODE-LIB/client.c")).isEqualTo(new Value.Text("CODE-LIB/client.c"));
        assertThat(value("a.b")).isInstanceOf(Value.Word.class);
        assertThat(value("10")).isInstanceOf(Value.Numeral.class);
        assertThat(Acme.read("x", "import a/b.acme\nimport \"c.acme\";").imports())
                .extracting(Name::text)
                .containsExactly("a/b.acme", "c.acme");
    }

    @Test
    void aForgottenSemicolonIsAWarningWhereTheNextLineBegins() {
        Document document =
                Acme.read("a.acme", "System s = {\n  Component a : T = new T\n  Property p = 1\n  Port q; }");
        assertThat(document.remarks())
                .extracting(Finding::toString)
                .containsExactly(
                        "a.acme:3:3: warning: There is no ';' behind the component a above this line.",
                        "a.acme:4:3: warning: There is no ';' behind the property above this line.");
        assertThatThrownBy(() -> read("Property p = 1 Port q;"))
                .hasMessage("lab.acme:1:16: error: expected ';' behind the property; found 'Port'");
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

    /** Each annotation has a property, and each property an annotation. */
    @Test
    void aDeepAnnotationIsAnErrorWithAPlace() {
        String deep = "Component a = { Property p = 1 " + "<< q = 1 ".repeat(3_000) + ">> ".repeat(3_000) + "; };";
        assertThatThrownBy(() -> read(deep))
                .isInstanceOf(AcmeSyntaxException.class)
                .hasMessageMatching("(?s).*:1:[0-9]+.*nested more than 100 deep.*");
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
