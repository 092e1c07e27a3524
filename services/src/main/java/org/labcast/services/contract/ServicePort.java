package org.labcast.services.contract;

/**
 * A port that offers something: a call, or a stream.
 *
 * @param contract the name of the interface that callers ask for ({@code Interface})
 * @param style {@link Style.OfPort#CALLEE} or {@link Style.OfPort#PROCESS}
 * @param template how a call becomes an argument list
 * @param dashes whether a value may begin with a dash
 */
public record ServicePort(
        String component,
        String name,
        String contract,
        Style.OfPort style,
        Signature signature,
        CommandTemplate template,
        boolean dashes) {}
