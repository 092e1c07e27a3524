package org.labcast.transport.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Base64;
import java.util.function.Function;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.model.GroupName;
import org.labcast.model.HomeId;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.InvalidValueException;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.model.Realm;
import org.labcast.model.Secret;
import org.labcast.model.order.Cancel;
import org.labcast.model.order.Fetch;
import org.labcast.model.order.Job;
import org.labcast.model.order.Order;
import org.labcast.model.order.Ping;
import org.labcast.model.order.ServiceChange;
import org.labcast.model.order.Target;
import org.labcast.model.result.Alert;
import org.labcast.model.result.Ending;
import org.labcast.model.result.Event;
import org.labcast.model.result.HostMessage;
import org.labcast.model.result.Receipt;
import org.labcast.model.result.Result;
import org.labcast.model.service.CallId;
import org.labcast.model.service.CallOff;
import org.labcast.model.service.Credit;
import org.labcast.model.service.PortName;
import org.labcast.model.service.ServiceCall;
import org.labcast.model.service.ServiceReply;
import org.labcast.model.service.ServiceRequest;

/** How the model's values look in JSON: names as text, bytes as base64, families by their versioned type. */
final class ValueModule extends SimpleModule {
    ValueModule() {
        super("labcast");
        text(Realm.class, Realm::value, Realm::new);
        text(HostName.class, HostName::value, HostName::new);
        text(GroupName.class, GroupName::value, GroupName::new);
        text(PublisherName.class, PublisherName::value, PublisherName::new);
        text(HomeId.class, HomeId::value, HomeId::new);
        text(OrderId.class, OrderId::value, OrderId::new);
        text(Fingerprint.class, Fingerprint::value, Fingerprint::new);
        text(Secret.class, Secret::value, Secret::new);
        text(HostSet.class, HostSet::toString, HostSet::parse);
        text(CallId.class, CallId::value, CallId::new);
        text(PortName.class, PortName::toString, PortName::parse);
        text(Bytes.class, bytes -> Base64.getEncoder().encodeToString(bytes.toArray()), ValueModule::base64);
        setSerializerModifier(new LaterFields.Writing());
        setMixInAnnotation(Receipt.class, ReceiptType.class);
        setMixInAnnotation(Order.class, OrderTypes.class);
        setMixInAnnotation(HostMessage.class, HostMessageTypes.class);
        setMixInAnnotation(Target.class, TargetTypes.class);
        setMixInAnnotation(Event.class, EventTypes.class);
        setMixInAnnotation(Ending.class, EndingTypes.class);
        setMixInAnnotation(ServiceChange.class, ServiceChangeTypes.class);
        setMixInAnnotation(ServiceRequest.class, ServiceRequestTypes.class);
        setMixInAnnotation(ServiceReply.class, ServiceReplyTypes.class);
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new LaterFields.Reading());
    }

    private static Bytes base64(String text) {
        try {
            return Bytes.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException("not base64: " + e.getMessage());
        }
    }

    private <T> void text(Class<T> type, Function<T, String> print, Function<String, T> parse) {
        addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(print.apply(value));
            }
        });
        addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
                if (!json.hasToken(JsonToken.VALUE_STRING)) {
                    return type.cast(context.handleUnexpectedToken(type, json));
                }
                try {
                    return parse.apply(json.getText());
                } catch (InvalidValueException e) {
                    throw new InvalidFormatException(json, e.getMessage(), json.getText(), type);
                }
            }
        });
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Job.class, name = "labcast.job.v1"),
        @JsonSubTypes.Type(value = Cancel.class, name = "labcast.cancel.v1"),
        @JsonSubTypes.Type(value = Ping.class, name = "labcast.ping.v1"),
        @JsonSubTypes.Type(value = Fetch.class, name = "labcast.fetch.v1")
    })
    private interface OrderTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonTypeName(Codec.RECEIPT)
    private interface ReceiptType {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Result.class, name = "labcast.result.v1"),
        @JsonSubTypes.Type(value = Alert.class, name = "labcast.alert.v1")
    })
    private interface HostMessageTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Target.All.class, name = "all"),
        @JsonSubTypes.Type(value = Target.Group.class, name = "group"),
        @JsonSubTypes.Type(value = Target.Hosts.class, name = "hosts")
    })
    private interface TargetTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Event.Accepted.class, name = "accepted"),
        @JsonSubTypes.Type(value = Event.Started.class, name = "started"),
        @JsonSubTypes.Type(value = Event.TaskDone.class, name = "task-done"),
        @JsonSubTypes.Type(value = Event.Finished.class, name = "finished"),
        @JsonSubTypes.Type(value = Event.Refused.class, name = "refused"),
        @JsonSubTypes.Type(value = Event.CancelSeen.class, name = "cancel-seen"),
        @JsonSubTypes.Type(value = Event.Pong.class, name = "pong"),
        @JsonSubTypes.Type(value = Event.Chunk.class, name = "chunk"),
        @JsonSubTypes.Type(value = Event.NoOutput.class, name = "no-output")
    })
    private interface EventTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Ending.Exited.class, name = "exited"),
        @JsonSubTypes.Type(value = Ending.Signalled.class, name = "signalled"),
        @JsonSubTypes.Type(value = Ending.TimedOut.class, name = "timed-out"),
        @JsonSubTypes.Type(value = Ending.Cancelled.class, name = "cancelled"),
        @JsonSubTypes.Type(value = Ending.Interrupted.class, name = "interrupted"),
        @JsonSubTypes.Type(value = Ending.NotStarted.class, name = "not-started")
    })
    private interface EndingTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ServiceChange.Install.class, name = "install"),
        @JsonSubTypes.Type(value = ServiceChange.Remove.class, name = "remove")
    })
    private interface ServiceChangeTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ServiceCall.class, name = "labcast.call.v1"),
        @JsonSubTypes.Type(value = Credit.class, name = "labcast.credit.v1"),
        @JsonSubTypes.Type(value = CallOff.class, name = "labcast.call-off.v1")
    })
    private interface ServiceRequestTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ServiceReply.Accepted.class, name = "labcast.accepted.v1"),
        @JsonSubTypes.Type(value = ServiceReply.Declined.class, name = "labcast.declined.v1"),
        @JsonSubTypes.Type(value = ServiceReply.Piece.class, name = "labcast.piece.v1"),
        @JsonSubTypes.Type(value = ServiceReply.Alive.class, name = "labcast.alive.v1"),
        @JsonSubTypes.Type(value = ServiceReply.Ended.class, name = "labcast.ended.v1")
    })
    private interface ServiceReplyTypes {}
}
