package org.labcast.transport.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labcast.model.Bytes;
import org.labcast.model.HomeMark;
import org.labcast.model.LabcastException;
import org.labcast.model.host.Enrolment;
import org.labcast.model.host.HostRecord;
import org.labcast.model.host.Invitation;
import org.labcast.model.host.Presence;
import org.labcast.model.order.Order;
import org.labcast.model.result.HostMessage;
import org.labcast.model.result.Receipt;
import org.labcast.model.service.ServiceEntry;
import org.labcast.model.service.ServiceReply;
import org.labcast.model.service.ServiceRequest;
import org.labcast.text.Printable;

/**
 * Messages as UTF-8 JSON, strictly: every field present that is no {@linkplain LaterFields later} one, none twice, nothing after the
 * end. What is to be obeyed (orders, calls, invitations) is refused with a field that is not known here: it may restrict the rest.
 * What only informs (results, presence, records, replies, receipts) is read without it.
 *
 * <p>A value that its record's constructor refuses is malformed too, so that whatever was read is valid.
 */
public final class Codec {
    /** Nesting of the deepest message is 10; anything much deeper is an attack on the reader. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(32)
            .maxNumberLength(32)
            .maxNameLength(256)
            .build();

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(LIMITS)
                    // Else bytes that resemble UTF-16 or UTF-32 are read as that.
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    .build())
            .addModules(new Jdk8Module(), new JavaTimeModule(), new ValueModule())
            .injectableValues(LaterFields.values())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                    DeserializationFeature.USE_LONG_FOR_INTS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    /** For what comes from a later version and is not to be obeyed. */
    private static final ObjectReader INFORMING =
            MAPPER.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static final String RECEIPT = "labcast.receipt.v1";

    private static final String RECEIPT_BEGINS = "{\"type\":\"" + RECEIPT + "\",";

    private Codec() {}

    public static Bytes write(Order order) {
        return encode(order);
    }

    public static Bytes write(HostMessage message) {
        return encode(message);
    }

    public static Order readOrder(Bytes json) {
        return decode(json, Order.class);
    }

    public static HostMessage readHostMessage(Bytes json) {
        return read(INFORMING, json, HostMessage.class);
    }

    public static Bytes write(Receipt receipt) {
        return encode(receipt);
    }

    public static Receipt readReceipt(Bytes json) {
        return read(INFORMING, json, Receipt.class);
    }

    /** Whether the bytes begin as every receipt does; they are not interpreted any further. */
    public static boolean beginsAsReceipt(Bytes payload) {
        byte[] wanted = RECEIPT_BEGINS.getBytes(StandardCharsets.UTF_8);
        byte[] found = payload.toArray();
        return Arrays.mismatch(wanted, found) == wanted.length;
    }

    public static Presence readPresence(Bytes json) {
        return read(INFORMING, json, Presence.class);
    }

    public static Enrolment readEnrolment(Bytes json) {
        return read(INFORMING, json, Enrolment.class);
    }

    public static HostRecord readHostRecord(Bytes json) {
        return read(INFORMING, json, HostRecord.class);
    }

    public static HomeMark readHomeMark(Bytes json) {
        return read(INFORMING, json, HomeMark.class);
    }

    public static Invitation readInvitation(Bytes json) {
        return decode(json, Invitation.class);
    }

    public static Bytes write(ServiceRequest request) {
        return encode(request);
    }

    public static Bytes write(ServiceReply reply) {
        return encode(reply);
    }

    public static ServiceRequest readServiceRequest(Bytes json) {
        return decode(json, ServiceRequest.class);
    }

    public static ServiceReply readServiceReply(Bytes json) {
        return read(INFORMING, json, ServiceReply.class);
    }

    public static ServiceEntry readServiceEntry(Bytes json) {
        return read(INFORMING, json, ServiceEntry.class);
    }

    /** Any record of model values; members of a sealed family in the model carry their {@code type}. */
    public static Bytes encode(Object value) {
        try {
            return Bytes.of(MAPPER.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every message can be written as JSON", e);
        }
    }

    /**
     * Reads back what {@link #encode} wrote.
     *
     * @throws MalformedMessageException saying where the bytes stop being such a message
     */
    public static <T> T decode(Bytes json, Class<T> type) {
        return read(MAPPER.reader(), json, type);
    }

    private static <T> T read(ObjectReader reader, Bytes json, Class<T> type) {
        try {
            return Optional.<T>ofNullable(reader.forType(type).readValue(json.toArray()))
                    .orElseThrow(() ->
                            new MalformedMessageException("not a valid " + type.getSimpleName() + ": it is null"));
        } catch (JacksonException e) {
            throw new MalformedMessageException(explain(e, type), e);
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
    }

    /**
     * Any JSON object: numbers are Long, BigInteger or Double, and the rest as in {@link Map} and {@link java.util.List}.
     *
     * @throws MalformedMessageException saying where the bytes stop being one object
     */
    public static Map<String, @Nullable Object> readObject(Bytes json) {
        try {
            return Optional.ofNullable(
                            MAPPER.readValue(json.toArray(), new TypeReference<Map<String, @Nullable Object>>() {}))
                    .orElseThrow(() -> new MalformedMessageException("not a JSON object: null"));
        } catch (JacksonException e) {
            throw new MalformedMessageException(place(e, "") + "not a JSON object: " + reason(e), e);
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
    }

    private static String explain(JacksonException e, Class<?> type) {
        JsonLocation at = e.getLocation();
        String line = at == null ? "" : "line " + at.getLineNr() + ", ";
        return place(e, line) + "not a valid " + type.getSimpleName() + ": " + reason(e);
    }

    private static String place(JacksonException e, String line) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : line + "column " + at.getColumnNr() + ": ";
    }

    private static String reason(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "this version does not know the field '" + Printable.of(unknown.getPropertyName())
                    + "', a later one wrote it: update this side first";
        }
        Throwable refused = e.getCause();
        String why =
                refused instanceof LabcastException ? String.valueOf(refused.getMessage()) : e.getOriginalMessage();
        return Printable.of(String.valueOf(why));
    }
}
