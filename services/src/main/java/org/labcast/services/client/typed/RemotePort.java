package org.labcast.services.client.typed;

import java.util.List;
import java.util.Map;
import org.labcast.model.service.PortName;
import org.labcast.services.client.BadArgumentsException;
import org.labcast.services.contract.ContractException;
import org.labcast.services.contract.Signature;

/**
 * A port as a client knows it since it was generated.
 *
 * @param spec what both sides must mean by its name, {@code Operation.spec}
 * @param idempotent whether it may be tried again elsewhere when its provider was lost
 */
public record RemotePort(PortName name, String spec, Signature signature, boolean idempotent) {
    /** @param signature as a description writes it */
    public static RemotePort of(String contract, String port, String spec, String signature, boolean idempotent) {
        return new RemotePort(new PortName(contract, port), spec, Signature.read(signature), idempotent);
    }

    /** @throws BadArgumentsException for what is none of its values; nothing has been sent then */
    Map<String, List<String>> checked(Arguments arguments) {
        try {
            return signature.checked(arguments.values());
        } catch (ContractException e) {
            throw new BadArgumentsException(name + ": " + e.getMessage());
        }
    }
}
