package org.labcast.services.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.labcast.services.contract.ClientApplication;
import org.labcast.services.contract.ClientPort;
import org.labcast.services.contract.CommandTemplate;
import org.labcast.services.contract.DataType;
import org.labcast.services.contract.Decoder;
import org.labcast.services.contract.Operation;
import org.labcast.services.contract.Parameter;
import org.labcast.services.contract.PortMetadata;
import org.labcast.services.contract.ReturnType;
import org.labcast.services.contract.ServicePort;
import org.labcast.services.contract.Signature;
import org.labcast.services.contract.Style.OfPort;
import org.labcast.services.contract.Terms;
import org.labcast.services.contract.Tool;
import org.labcast.services.contract.ValueType;

/** Whatever a description says, what is generated compiles without a warning. */
class HostileDescriptionsTest {
    private static final List<String> NASTY = Stream.concat(
                    Naming.RESERVED.stream().sorted(),
                    Stream.of(
                            "class",
                            "Class",
                            "record",
                            "yield",
                            "var",
                            "_",
                            "__",
                            "int",
                            "null",
                            "true",
                            "this",
                            "wait",
                            "notify",
                            "getClass",
                            "hashCode",
                            "toString",
                            "clone",
                            "finalize",
                            "close",
                            "bus",
                            "app",
                            "page",
                            "binding",
                            "arguments",
                            "values",
                            "row",
                            "results",
                            "json",
                            "list",
                            "list1",
                            "list2",
                            "word",
                            "one",
                            "of",
                            "read",
                            "name",
                            "ordinal",
                            "Object",
                            "Record",
                            "Enum",
                            "java",
                            "org",
                            "A",
                            "a",
                            "B",
                            "b",
                            "1st",
                            "get-open",
                            "get_open",
                            "getOpen",
                            "GET_OPEN",
                            "GetOpen",
                            "Foo",
                            "foo",
                            "FOO",
                            "FooProxy",
                            "FooGui",
                            "FooPage",
                            "FooMain",
                            "Fäßchen",
                            "日本",
                            "x;}",
                            "*/",
                            "\\u002a/",
                            "\"",
                            "a b",
                            "a.b",
                            "",
                            "-",
                            "--",
                            "port1"))
            .toList();

    private static final List<String> TEXTS = List.of(
            "*/ class X {",
            "\\u002a\\u002f",
            "\\u000a int x",
            "/* <b> @deprecated",
            "@deprecated no",
            "{@inheritDoc}",
            "{@code",
            "\"",
            "\\",
            "\\\"",
            "\u202e reversed",
            "\ud800",
            "\u0000\u001a",
            "a\r\n\n b\t",
            "%s %n %",
            "<script>&lt;",
            "é日\ud83d\ude00",
            "${x} $(y) `z`",
            "'",
            "END\nexit 1\n");

    private static Path classes = folder();

    private static Path folder() {
        try {
            return Files.createTempDirectory("hostile");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterContainer
    static void clean() throws IOException {
        try (Stream<Path> all = Files.walk(classes)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    @Provide
    static Arbitrary<String> names() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of(NASTY)),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(8)));
    }

    /** As {@link Signature} takes them. */
    private static Arbitrary<String> identifiers() {
        return names().map(name -> name.replaceAll("[^A-Za-z0-9_]", "").replaceAll("^(?![A-Za-z_])", "p"));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.of(TEXTS), Arbitraries.strings().ofMaxLength(40));
    }

    private static Arbitrary<List<String>> words() {
        return Arbitraries.of("a", "A", "tcp", "TCP", "1.0", "1-0", "-", "+", "_", "class", "a.b", "values")
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static Arbitrary<ValueType> types() {
        return Arbitraries.oneOf(
                Arbitraries.of(ValueType.Simple.class).map(type -> type), words().map(ValueType.OneOf::new));
    }

    private static Arbitrary<Signature> signatures() {
        return Combinators.combine(identifiers(), types())
                .as(Parameter::new)
                .list()
                .uniqueElements(Parameter::name)
                .ofMaxSize(6)
                .map(Signature::new);
    }

    private static Arbitrary<DataType> data() {
        return Arbitraries.recursive(
                () -> Arbitraries.oneOf(
                        Arbitraries.of(DataType.Scalar.class).map(type -> type), words().map(DataType.OneOf::new)),
                inner -> Arbitraries.oneOf(
                        inner.map(DataType.ListOf::new),
                        Combinators.combine(
                                        names(),
                                        Combinators.combine(names(), inner)
                                                .as(DataType.Field::new)
                                                .list()
                                                .ofMaxSize(4))
                                .as(DataType.RecordType::new)),
                3);
    }

    private static Arbitrary<ReturnType> returns() {
        return Combinators.combine(Arbitraries.of(Decoder.class), data().optional())
                .as((decoder, data) -> new ReturnType(decoder, decoder == Decoder.JSON ? data : Optional.empty()));
    }

    private static Arbitrary<ServicePort> ports() {
        return Combinators.combine(
                        names(), names(), names(), signatures(), returns(), texts(), Arbitraries.of(true, false))
                .as((component, contract, name, signature, returns, text, flag) -> new ServicePort(
                        component,
                        new Operation(
                                contract,
                                name,
                                returns.decoder() == Decoder.STREAM ? OfPort.PROCESS : OfPort.CALLEE,
                                signature,
                                returns),
                        new Tool(
                                "/bin/echo",
                                Optional.empty(),
                                CommandTemplate.read("echo", "/bin/echo", signature),
                                Optional.empty(),
                                flag),
                        new Terms(Terms.USUAL.timeout(), 1, 1, Terms.SlowReader.BLOCK, flag, Optional.empty()),
                        new PortMetadata(text, text, Map.of(), flag)));
    }

    /** Ports of one name are the same, else the generator refuses them. */
    @Provide
    static Arbitrary<List<ServicePort>> services() {
        return ports().list()
                .uniqueElements(port -> port.contract() + "." + port.name())
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Property(tries = 8, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void anyClientCompiles(@ForAll("services") List<ServicePort> services, @ForAll("names") String component) {
        List<ClientPort> ports = new ArrayList<>();
        services.forEach(service ->
                ports.add(new ClientPort(component, service.name(), service.contract(), false, Optional.of(service))));
        ClientApplication client = new ClientApplication(component, Optional.empty(), true, false, ports);
        List<GeneratedFile> files = ClientGenerator.generate(client, ClientGenerator.usualPackage(component));
        assertThat(Compiled.complaints(files, Map.of(), classes)).isEmpty();
    }

    @Property(tries = 4, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void anyAdapterCompiles(@ForAll("services") List<ServicePort> services) {
        String text = String.join("\n", TEXTS);
        List<GeneratedFile> files = AdapterGenerator.generate(services, "any.adapters", "any\".acme", text);
        assertThat(Compiled.complaints(files, Map.of(), classes)).isEmpty();
    }
}
