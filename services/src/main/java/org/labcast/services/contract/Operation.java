package org.labcast.services.contract;

import org.labcast.model.Bytes;

/**
 * What callers and providers agree on: one call or one stream of an interface.
 *
 * @param contract the name of the interface that callers ask for ({@code Interface})
 * @param name of the port
 * @param style {@link Style.OfPort#CALLEE} or {@link Style.OfPort#PROCESS}
 */
public record Operation(String contract, String name, Style.OfPort style, Signature signature, ReturnType returns) {
    /** SHA-256 in hexadecimal over everything in it: two descriptions of one spec can talk to each other. */
    public String spec() {
        return Bytes.utf8(String.join(
                        "\n",
                        "labcast operation 1",
                        contract,
                        name,
                        style.word(),
                        signature.written(),
                        returns.written()))
                .sha256();
    }
}
