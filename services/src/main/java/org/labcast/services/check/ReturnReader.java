package org.labcast.services.check;

import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.services.contract.Decoder;
import org.labcast.services.contract.ReturnType;
import org.labcast.services.contract.Style.OfPort;

/** Reads what becomes of a tool's output. */
final class ReturnReader {
    /** What can only be a decoder, and no program with its arguments. */
    private static final Pattern FUNCTION = Pattern.compile("\\s*\\w+\\s*\\(\\s*\\w*\\s*\\)\\s*");

    private final DataTypes types;
    private final Findings findings;

    ReturnReader(DataTypes types, Findings findings) {
        this.types = types;
        this.findings = findings;
    }

    /** What {@code Post} says about the output, as in Fig. 2 of the paper; empty when it names a program, or is not there. */
    Optional<ReturnType> post(TypedNode port) {
        Optional<ReturnType> post = port.text(Vocabulary.POST)
                .filter(text -> FUNCTION.matcher(text).matches())
                .flatMap(text -> read(port, Vocabulary.POST, text));
        post.filter(read -> read.decoder() != Decoder.STREAM)
                .ifPresent(read -> findings.error(
                        port.at(Vocabulary.POST),
                        "Post is a program, or sendOutPutStream(aprocess); "
                                + read.decoder().function() + " belongs to Return."));
        return post;
    }

    /** @param post what {@link #post} found */
    ReturnType read(TypedNode port, OfPort style, Optional<ReturnType> post) {
        ReturnType returns = port.text(Vocabulary.RETURN)
                .flatMap(text -> read(port, Vocabulary.RETURN, text))
                .orElse(ReturnType.NOTHING);
        boolean returnStreams = returns.decoder() == Decoder.STREAM;
        if (style == OfPort.CALLEE) {
            if (returnStreams || post.equals(Optional.of(ReturnType.STREAM))) {
                findings.error(
                        port.at(returnStreams ? Vocabulary.RETURN : Vocabulary.POST),
                        "sendOutPutStream makes a stream, and a callee gives one result; make the Port-Type 'process', or"
                                + " take another decoder.");
            }
            return returns;
        }
        if (!returnStreams && post.isEmpty()) {
            findings.note(port.at(), "The output of a process port is a stream, also without sendOutPutStream.");
        }
        if (!returnStreams && returns.decoder() != Decoder.NOTHING) {
            findings.warning(
                    port.at(Vocabulary.RETURN),
                    returns.decoder().function() + " has no effect: the output of a process port is a stream.");
        }
        return ReturnType.STREAM;
    }

    private Optional<ReturnType> read(TypedNode port, String property, String text) {
        return findings.trying(port.at(property), property + ": ", () -> ReturnType.read(text, types::named));
    }
}
