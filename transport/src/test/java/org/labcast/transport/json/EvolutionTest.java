package org.labcast.transport.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.labcast.model.Bytes;
import org.labcast.model.host.Presence;
import org.labcast.model.order.Job;
import org.labcast.model.order.Order;
import org.labcast.model.order.SudoPolicy;
import org.labcast.model.order.Task;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.result.Event;
import org.labcast.model.result.HostMessage;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.Result;

/** Messages of other versions: those in {@code released} were written by version 0.1 and never change. */
class EvolutionTest {
    private static Stream<Bytes> released(String name) {
        try (InputStream file = EvolutionTest.class.getResourceAsStream("/released/0.1/" + name)) {
            return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .map(Bytes::utf8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Bytes> orders() {
        return released("orders.jsonl");
    }

    static Stream<Bytes> hostMessages() {
        return released("host-messages.jsonl");
    }

    private static Bytes replaced(Bytes json, String text, String by) {
        assertThat(json.text()).contains(text);
        return Bytes.utf8(json.text().replace(text, by));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void readsOrdersOfTheFirstVersionAndWritesThemAsThatDid(Bytes json) {
        Order order = Codec.readOrder(json);

        assertThat(Codec.write(order)).isEqualTo(json);
        assertThat(order.header().receipts()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hostMessages")
    void readsAnswersOfTheFirstVersionAndWritesThemAsThatDid(Bytes json) {
        HostMessage message = Codec.readHostMessage(json);

        assertThat(Codec.write(message)).isEqualTo(json);
    }

    @Test
    void aJobOfTheFirstVersionMeansWhatItMeant() {
        Job job = (Job) Codec.readOrder(orders().findFirst().orElseThrow());
        Task task = job.tasks().get(0);

        assertThat(job.session()).isEmpty();
        assertThat(task.script()).isEmpty();
        assertThat(task.options().sudo()).isEqualTo(SudoPolicy.AUTO);
    }

    @Test
    void anAnswerOfTheFirstVersionMeansWhatItMeant() {
        Result result =
                (Result) Codec.readHostMessage(hostMessages().findFirst().orElseThrow());
        Outcome outcome = result.events().stream()
                .filter(Event.TaskDone.class::isInstance)
                .map(done -> ((Event.TaskDone) done).outcome())
                .findFirst()
                .orElseThrow();

        assertThat(outcome.advice()).isEmpty();
        assertThat(outcome.suggestions().get(0).effect()).isEmpty();
    }

    @Test
    void writesALaterFieldOnlyWhereItSaysSomething() {
        TaskOptions sudo = TaskOptions.DEFAULT.toBuilder().sudo(SudoPolicy.NO).build();

        assertThat(Codec.encode(TaskOptions.DEFAULT).text()).doesNotContain("sudo");
        assertThat(Codec.encode(sudo).text()).contains("\"sudo\":\"NO\"");
        assertThat(Codec.decode(Codec.encode(sudo), TaskOptions.class)).isEqualTo(sudo);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void refusesAnOrderWithAFieldThatIsNotKnownAndSaysWhatToDo(Bytes json) {
        assertThatThrownBy(() -> Codec.readOrder(replaced(json, "\"epoch\":1", "\"epoch\":1,\"unless\":\"night\"")))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("does not know the field 'unless'")
                .hasMessageContaining("update");
    }

    @ParameterizedTest
    @MethodSource("hostMessages")
    void readsAnAnswerWithoutTheFieldsThatAreNotKnown(Bytes json) {
        Bytes later = replaced(json, "\"realm\":\"lab\"", "\"realm\":\"lab\",\"mood\":{\"good\":[true]}");

        assertThat(Codec.readHostMessage(later)).isEqualTo(Codec.readHostMessage(json));
    }

    @Test
    void readsPresenceOfTheFirstVersionAndOfALaterOne() {
        Bytes json = released("presence.jsonl").findFirst().orElseThrow();
        Presence presence = Codec.readPresence(json);

        assertThat(Codec.encode(presence)).isEqualTo(json);
        assertThat(Codec.readPresence(replaced(json, "\"leaving\":false", "\"leaving\":false,\"mood\":1")))
                .isEqualTo(presence);
    }

    @Test
    void anOptionalFieldMayAlwaysBeAbsent() {
        assertThat(Codec.decode(Bytes.utf8("{}"), WithOptional.class)).isEqualTo(new WithOptional(Optional.empty()));
    }

    @Test
    void refusesWhatLacksAFieldOfTheFirstVersion() {
        Bytes json = orders().findFirst().orElseThrow();

        assertThatThrownBy(() -> Codec.readOrder(replaced(json, "\"sequence\":7,", "")))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("sequence");
    }

    record WithOptional(Optional<String> text) {}
}
