package org.labcast.services.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What people filled in, by the name of the {@link Input}. Each reader throws a {@link PageException} that names the field. */
public record Values(Map<String, String> texts) {
    /** Of a button without fields. */
    public static final Values NONE = new Values(Map.of());

    public Values {
        texts = Map.copyOf(new LinkedHashMap<>(texts));
    }

    public String text(String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new PageException("There is no field '" + name + "'.");
        }
        return text;
    }

    public int integer(String name) {
        return number(name, "whole number", Integer::valueOf);
    }

    public long longInteger(String name) {
        return number(name, "whole number", Long::valueOf);
    }

    public double decimal(String name) {
        return number(name, "number", Double::valueOf);
    }

    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /** One value a line; lines that are empty do not count. */
    public List<String> list(String name) {
        return text(name).lines().filter(line -> !line.isBlank()).toList();
    }

    private <N> N number(String name, String what, Function<String, N> read) {
        try {
            return read.apply(text(name).strip());
        } catch (NumberFormatException e) {
            throw new PageException("'" + name + "' needs a " + what + ", not '" + text(name) + "'.", e);
        }
    }
}
