package org.labcast.publisher.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.labcast.model.Fingerprint;
import org.labcast.model.GroupName;
import org.labcast.model.HomeId;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.InvalidValueException;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.model.Realm;
import org.labcast.model.service.PortName;
import org.labcast.publisher.dispatch.FactSelector;
import org.labcast.publisher.taskfile.TimeText;
import org.labcast.publisher.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How words on the command line become values; one that has no meaning is wrong usage. */
final class ArgumentValues {
    private ArgumentValues() {}

    /** Times are written as in task files: {@code 90s}, {@code 5m}, {@code 2h}, {@code 7d}. */
    static CommandLine register(CommandLine command, Terminal terminal) {
        return command.registerConverter(Duration.class, strict(TimeText::parse))
                .registerConverter(HostSet.class, strict(HostSet::parse))
                .registerConverter(HomeId.class, strict(HomeId::new))
                .registerConverter(HostName.class, strict(HostName::new))
                .registerConverter(GroupName.class, strict(GroupName::new))
                .registerConverter(PublisherName.class, strict(PublisherName::new))
                .registerConverter(Realm.class, strict(Realm::new))
                .registerConverter(OrderId.class, strict(OrderId::new))
                .registerConverter(PortName.class, strict(PortName::parse))
                .registerConverter(Fingerprint.class, strict(Fingerprint::new))
                .registerConverter(FactSelector.class, strict(FactSelector::parse))
                .registerConverter(Path.class, strict(terminal::path));
    }

    private static <T> ITypeConverter<T> strict(Function<String, T> converter) {
        return text -> {
            try {
                return converter.apply(text);
            } catch (InvalidValueException | java.nio.file.InvalidPathException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        };
    }
}
