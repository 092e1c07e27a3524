package org.labcast.services.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.labcast.fuzz.ReaderFuzz;
import org.labcast.services.acme.Acme;
import org.labcast.services.acme.AcmeSyntaxException;
import org.labcast.services.acme.Document;

/** Damaged descriptions are refused with a place, or checked with findings. */
class DescriptionFuzzTest {
    private static final Path EXAMPLES = Path.of("../examples/netmonitor");
    private static final String ALL_OF_THE_LANGUAGE = """
            import "lib/F.acme";
            Family G extends E, F with { Component Type C extends B with { Port p; } Property Type Colour = Enum {red, green}; }
            System s : G = new G extended with {
              component c : C = new C extended with { property n : Set {Record [a : int;]} << default = {}; label : string = "x"; >>; };
              Connector r = { Roles {caller, callee} };
              Attachments : { c.out to r.caller };
              Component d = { Representation { System t = { Port q; } Bindings { t.q to d.p } } };
              invariant forall c in {A, B} | size(c.ports) >= 1 << label = "x"; >>;
              Group g : T = { Members {a, b} };
            }
            """;

    @Test
    void isReadAndCheckedOrRefused() throws IOException {
        ReaderFuzz.of("description")
                .texts(List.of(
                        Files.readString(EXAMPLES.resolve("services.acme")),
                        Files.readString(EXAMPLES.resolve("netmonitor.acme")),
                        ALL_OF_THE_LANGUAGE))
                .words(
                        "Component ",
                        "Port ",
                        "System ",
                        "Property ",
                        "{",
                        "}",
                        "Properties {",
                        "<<",
                        ">>",
                        "/*",
                        "//",
                        "\"",
                        "extends ",
                        "Set {",
                        "Record [",
                        "new ",
                        "Representation {",
                        "invariant ",
                        "Cmd : string = \"",
                        "Signature : string = \"String[] a, int b\";",
                        "Return : string = \"String getLines(aprocess)\";",
                        "Interface : string = \"X\";",
                        "Shell : string = \"echo $1\";",
                        " + ",
                        "[a]")
                .refusesBy(AcmeSyntaxException.class)
                .tries(700)
                .read(input -> {
                    Document document = Acme.read("lab.acme", new String(input, UTF_8));
                    assertThat(Checker.check(List.of(document), List.of(), false))
                            .isNotNull();
                });
    }
}
