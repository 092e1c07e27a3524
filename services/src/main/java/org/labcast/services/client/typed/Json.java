package org.labcast.services.client.typed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.labcast.model.service.PortName;
import org.labcast.services.client.CallResult;
import org.labcast.services.client.ToolFailedException;
import org.labcast.text.Printable;

/**
 * A value in JSON that a tool printed, read as the type that its description declares. Fields that the description does not
 * declare are left alone, since tools grow; one that is missing or of another type is a {@link ToolFailedException} that says
 * where.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode node;
    private final String place;
    private final Call call;

    /** What it came from, for messages. */
    private record Call(PortName port, CallResult result) {}

    private Json(JsonNode node, String place, Call call) {
        this.node = node;
        this.place = place;
        this.call = call;
    }

    /** @throws ToolFailedException when standard output is no JSON */
    static Json of(PortName port, CallResult result) {
        Call call = new Call(port, result);
        try {
            return new Json(MAPPER.readTree(result.out().toArray()), "$", call);
        } catch (JsonProcessingException e) {
            throw failed(call, "it is no JSON: " + Printable.of(e.getOriginalMessage()));
        } catch (IOException e) {
            // Bytes that begin as UTF-16 or UTF-32 do and are no such text.
            throw failed(call, "it is no JSON: " + Printable.of(String.valueOf(e.getMessage())));
        }
    }

    public String text() {
        return must(node.isTextual(), "a text").textValue();
    }

    public int intNumber() {
        return must(node.isIntegralNumber() && node.canConvertToInt(), "an int").intValue();
    }

    public long longNumber() {
        return must(node.isIntegralNumber() && node.canConvertToLong(), "a long")
                .longValue();
    }

    public double doubleNumber() {
        return must(node.isNumber() && Double.isFinite(node.doubleValue()), "a double")
                .doubleValue();
    }

    public boolean truth() {
        return must(node.isBoolean(), "a boolean").booleanValue();
    }

    /** The constant whose word it is. */
    public <E extends Enum<E>> E oneOf(E[] constants, Function<E, String> word) {
        return Arrays.stream(constants)
                .filter(constant -> node.isTextual() && word.apply(constant).equals(node.textValue()))
                .findFirst()
                .orElseThrow(() -> isNo("one of "
                        + String.join(", ", Arrays.stream(constants).map(word).toList())));
    }

    public <T> List<T> list(Function<Json, T> element) {
        must(node.isArray(), "an array");
        List<T> list = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            list.add(element.apply(new Json(node.get(i), place + "[" + i + "]", call)));
        }
        return List.copyOf(list);
    }

    public Json field(String name) {
        must(node.isObject(), "an object");
        if (!node.has(name)) {
            throw failed(call, place + " has no '" + Printable.of(name) + "'");
        }
        return new Json(node.get(name), place + "." + Printable.of(name), call);
    }

    private JsonNode must(boolean fits, String type) {
        if (!fits) {
            throw isNo(type);
        }
        return node;
    }

    private ToolFailedException isNo(String type) {
        return failed(call, place + " is not " + type);
    }

    private static ToolFailedException failed(Call call, String why) {
        return new ToolFailedException(
                call.port() + " on " + call.result().host() + " did not print what its description declares: " + why,
                call.result().exitCode(),
                call.result().err().text());
    }

    /** As JSON, in one line. */
    @Override
    public String toString() {
        return node.toString();
    }
}
