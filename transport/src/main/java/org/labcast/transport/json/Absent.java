package org.labcast.transport.json;

import com.fasterxml.jackson.databind.InjectableValues;
import java.util.List;
import java.util.Optional;
import org.labcast.model.order.SudoPolicy;

/**
 * What fields mean that a message does not have: messages of earlier versions stay readable when a field is added, and mean what
 * they meant. The names are those that {@code JacksonInject} takes.
 */
final class Absent {
    static final String OPTIONAL = "nothing";
    static final String LIST = "none";
    static final String TEXT = "no text";
    static final String SUDO = "sudo: auto";

    private Absent() {}

    static InjectableValues values() {
        return new InjectableValues.Std()
                .addValue(OPTIONAL, Optional.empty())
                .addValue(LIST, List.of())
                .addValue(TEXT, "")
                .addValue(SUDO, SudoPolicy.AUTO);
    }
}
