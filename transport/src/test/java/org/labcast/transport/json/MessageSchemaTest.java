package org.labcast.transport.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.labcast.model.Bytes;
import org.labcast.model.host.Enrolment;
import org.labcast.model.host.HostRecord;
import org.labcast.model.host.Presence;
import org.labcast.model.order.Job;
import org.labcast.model.order.Order;
import org.labcast.model.order.ShellSession;
import org.labcast.model.result.HostMessage;
import org.labcast.model.result.Receipt;
import org.labcast.model.service.ServiceEntry;
import org.labcast.model.service.ServiceReply;
import org.labcast.model.service.ServiceRequest;

/** {@code docs/protocol.schema.json} is what the codec reads and writes; {@code -Dlabcast.writeManual=true} rewrites it. */
class MessageSchemaTest {
    private static final Path FILE = Path.of("../docs/protocol.schema.json");
    private static final List<Class<?>> MESSAGES = List.of(
            Order.class,
            HostMessage.class,
            Receipt.class,
            Presence.class,
            Enrolment.class,
            HostRecord.class,
            ServiceEntry.class,
            ServiceRequest.class,
            ServiceReply.class);

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static List<Error> errors(Class<?> type, Bytes json) throws IOException {
        String file = Files.readString(FILE);
        String schema = file.replaceFirst("\\{", "{\"\\$ref\":\"#/\\$defs/" + type.getSimpleName() + "\",");
        Schema message =
                SCHEMAS.getSchema(SchemaLocation.of("labcast:" + type.getSimpleName()), schema, InputFormat.JSON);
        return message.validate(json.text(), InputFormat.JSON);
    }

    @Test
    void theFileIsMadeFromTheRecords() throws IOException {
        String schema = MessageSchema.of(MESSAGES).toPrettyString() + "\n";
        if (Boolean.getBoolean("labcast.writeManual")) {
            Files.writeString(FILE, schema);
        }

        assertThat(Files.readString(FILE)).isEqualTo(schema);
    }

    static Stream<Order> orders() {
        return CodecTest.orders()
                .flatMap(order -> order instanceof Job job
                        ? Stream.of(
                                job,
                                new Job(
                                        job.header(),
                                        job.title(),
                                        job.tasks(),
                                        "",
                                        Optional.of(new ShellSession("bash", "/srv"))))
                        : Stream.of(order));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whatIsWrittenFollowsTheSchema(Order order) throws IOException {
        assertThat(errors(Order.class, Codec.write(order))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.labcast.transport.json.CodecTest#hostMessages")
    void whatHostsWriteFollowsTheSchema(HostMessage message) throws IOException {
        assertThat(errors(HostMessage.class, Codec.write(message))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.labcast.transport.json.EvolutionTest#orders")
    void theSchemaKnowsMessagesOfTheFirstVersion(Bytes json) throws IOException {
        assertThat(errors(Order.class, json)).isEmpty();
    }

    @Test
    void whatLacksAFieldOrHasAnotherDoesNotFollowIt() throws IOException {
        String good = Codec.write(CodecTest.orders().findFirst().orElseThrow()).text();

        assertThat(errors(Order.class, Bytes.utf8(good.replace("\"sequence\":7,", ""))))
                .isNotEmpty();
        assertThat(errors(Order.class, Bytes.utf8(good.replace("\"sequence\":7,", "\"sequence\":7,\"x\":1,"))))
                .isNotEmpty();
    }
}
