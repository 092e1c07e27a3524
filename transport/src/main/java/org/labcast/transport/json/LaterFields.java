package org.labcast.transport.json;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.io.Serial;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labcast.model.order.Header;
import org.labcast.model.order.Job;
import org.labcast.model.order.SudoPolicy;
import org.labcast.model.order.Task;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Outcome;

/**
 * Fields that were added to a record after messages of it had been written, and what their absence means.
 *
 * <p>A message without such a field means what it meant when it was written. The field is written only where it says something
 * else, so that a reader of an earlier version takes what it can obey and refuses the rest. What an absent field means never
 * changes. An {@link Optional} may always be absent; any other later field stands in the table.
 */
final class LaterFields {
    private static final Map<Class<?>, Map<String, Object>> WHEN_ABSENT = Map.of(
            Header.class, Map.of("receipts", Optional.empty()),
            Job.class, Map.of("session", Optional.empty()),
            Task.class, Map.of("change", Optional.empty(), "script", Optional.empty()),
            TaskOptions.class, Map.of("sudo", SudoPolicy.AUTO),
            Correction.class, Map.of("effect", "", "reason", ""),
            Outcome.class, Map.of("advice", List.of()));

    private static final String NO_OPTIONAL = "Optional";

    private LaterFields() {}

    /** The values that {@link Reading} names. */
    static InjectableValues values() {
        InjectableValues.Std values = new InjectableValues.Std().addValue(NO_OPTIONAL, Optional.empty());
        WHEN_ABSENT.forEach(
                (type, fields) -> fields.forEach((field, value) -> values.addValue(name(type, field), value)));
        return values;
    }

    /** Whether a message may be without the field. */
    static boolean mayBeAbsent(Class<?> type, RecordComponent component) {
        return component.getType() == Optional.class
                || WHEN_ABSENT.getOrDefault(type, Map.of()).containsKey(component.getName());
    }

    private static String name(Class<?> type, String field) {
        return type.getName() + "." + field;
    }

    /** Which fields may be absent. */
    static final class Reading extends NopAnnotationIntrospector {
        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public JacksonInject.@Nullable Value findInjectableValue(AnnotatedMember member) {
            return member instanceof AnnotatedParameter parameter
                    ? component(parameter)
                            .flatMap(component -> whenAbsent(parameter.getDeclaringClass(), component))
                            .map(name -> JacksonInject.Value.construct(name, true, null))
                            .orElse(null)
                    : null;
        }

        private static Optional<String> whenAbsent(Class<?> type, RecordComponent component) {
            if (!mayBeAbsent(type, component)) {
                return Optional.empty();
            }
            return Optional.of(component.getType() == Optional.class ? NO_OPTIONAL : name(type, component.getName()));
        }

        private static Optional<RecordComponent> component(AnnotatedParameter parameter) {
            RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
            boolean canonical = components != null && parameter.getOwner().getParameterCount() == components.length;
            return canonical ? Optional.of(components[parameter.getIndex()]) : Optional.empty();
        }
    }

    /** Leaves a field out whose absence says the same. */
    static final class Writing extends BeanSerializerModifier {
        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription description, List<BeanPropertyWriter> writers) {
            Map<String, Object> later = WHEN_ABSENT.getOrDefault(description.getBeanClass(), Map.of());
            writers.replaceAll(writer -> later.containsKey(writer.getName())
                    ? new UnlessAbsent(writer, later.get(writer.getName()))
                    : writer);
            return writers;
        }
    }

    private static final class UnlessAbsent extends BeanPropertyWriter {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient @Nullable Object absent;

        UnlessAbsent(BeanPropertyWriter writer, @Nullable Object absent) {
            super(writer);
            this.absent = absent;
        }

        @Override
        public void serializeAsField(Object bean, JsonGenerator json, SerializerProvider provider) throws Exception {
            if (!get(bean).equals(absent)) {
                super.serializeAsField(bean, json, provider);
            }
        }
    }
}
