package org.labcast.services.contract;

import java.util.stream.Stream;

/**
 * A stream that feeds a call: each line of {@code from} becomes one call of {@code to}, one after the other.
 *
 * @param parameter of {@code to} that takes the line
 */
public record Feed(ServicePort from, ServicePort to, String parameter) {
    /**
     * What a caller gives: the parameters of both, without the one that takes the line.
     *
     * @throws ContractException when both have one of the same name
     */
    public Signature signature() {
        return new Signature(Stream.concat(
                        from.signature().parameters().stream(),
                        to.signature().parameters().stream()
                                .filter(one -> !one.name().equals(parameter)))
                .toList());
    }

    /** Puts out what the calls put out. */
    public Tool tool() {
        Template fed = new FeedTemplate(
                from.tool().main(), to.tool().main(), parameter, to.tool().dashes());
        return new Tool(
                from.tool().path(),
                from.tool().pre(),
                fed,
                from.tool().post(),
                from.tool().dashes() && to.tool().dashes());
    }
}
