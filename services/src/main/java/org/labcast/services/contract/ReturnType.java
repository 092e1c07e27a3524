package org.labcast.services.contract;

import java.util.Optional;

/**
 * What a call gives back.
 *
 * @param data what the JSON of {@link Decoder#JSON} holds; empty for any JSON, and with other decoders
 */
public record ReturnType(Decoder decoder, Optional<DataType> data) {
    public static final ReturnType NOTHING = new ReturnType(Decoder.NOTHING, Optional.empty());
    public static final ReturnType STREAM = new ReturnType(Decoder.STREAM, Optional.empty());

    /** In full, so that equal texts are equal types. */
    public String written() {
        return (data.map(DataType::written).orElse("") + " " + decoder.function()).strip();
    }
}
