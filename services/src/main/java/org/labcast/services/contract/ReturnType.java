package org.labcast.services.contract;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.text.Spelling;

/**
 * What a call gives back.
 *
 * @param data what the JSON of {@link Decoder#JSON} holds; empty for any JSON, and with other decoders
 */
public record ReturnType(Decoder decoder, Optional<DataType> data) {
    public static final ReturnType NOTHING = new ReturnType(Decoder.NOTHING, Optional.empty());
    public static final ReturnType STREAM = new ReturnType(Decoder.STREAM, Optional.empty());

    private static final Pattern FORM = Pattern.compile(
            "(?:(?<type>\\w+)(?<list>\\s*\\[\\s*\\])?\\s+)?(?<function>\\w+)\\s*\\(\\s*(?:aprocess)?\\s*\\)");

    /**
     * Reads {@code String getOutputStream(aprocess)} and its like; the type may be left out.
     *
     * @param types what a type's name means; throws a {@link ContractException} for one that means nothing
     * @throws ContractException when the text is none
     */
    public static ReturnType read(String text, Function<String, DataType> types) {
        if (text.isBlank()) {
            return NOTHING;
        }
        Matcher match = FORM.matcher(text.strip());
        if (!match.matches()) {
            throw new ContractException("'" + text.strip()
                    + "' is none; write a type and a decoder, as in 'String getOutputStream(aprocess)'");
        }
        Decoder decoder = decoder(match.group("function"));
        Optional<String> type = Optional.ofNullable(match.group("type"));
        boolean list = match.group("list") != null;
        if (decoder == Decoder.JSON) {
            return new ReturnType(decoder, type.map(types).map(data -> list ? new DataType.ListOf(data) : data));
        }
        String written = type.orElse(decoder.type()) + (list ? "[]" : "");
        if (!written.equals(decoder.type())) {
            throw new ContractException(decoder.function() + " gives " + decoder.type() + ", not " + written);
        }
        return new ReturnType(decoder, Optional.empty());
    }

    private static Decoder decoder(String function) {
        return Decoder.named(function)
                .orElseThrow(() -> new ContractException("'" + function + "' is no decoder"
                        + Spelling.nearest(function, Decoder.functions()).stream()
                                .findFirst()
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; there are " + String.join(", ", Decoder.functions()))));
    }

    /** In full, so that equal texts are equal types. */
    public String written() {
        return (data.map(DataType::written).orElse("") + " " + decoder.function()).strip();
    }
}
