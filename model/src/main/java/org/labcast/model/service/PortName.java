package org.labcast.model.service;

import java.util.regex.Pattern;
import org.labcast.model.InvalidValueException;
import org.labcast.text.Printable;

/**
 * A port of an interface, as callers name it: {@code PortMonitoring.getOpenPorts}.
 *
 * @param contract the interface; letters, digits, {@code _} and {@code -}, at most 64, so that it is safe in an address
 * @param port the same of the port
 */
public record PortName(String contract, String port) implements Comparable<PortName> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}");

    public PortName {
        check("interface", contract);
        check("interface's port", port);
    }

    /** @throws InvalidValueException when the text is no {@code INTERFACE.PORT} */
    public static PortName parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new InvalidValueException(
                    "a service is named INTERFACE.PORT, as in PortMonitoring.getOpenPorts, not '" + Printable.of(text)
                            + "'");
        }
        return new PortName(text.substring(0, dot), text.substring(dot + 1));
    }

    private static void check(String kind, String value) {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException("'" + Printable.of(value) + "' is not the name of an " + kind
                    + ": a letter and up to 63 more letters, digits, '_' and '-'");
        }
    }

    @Override
    public int compareTo(PortName other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return contract + "." + port;
    }
}
