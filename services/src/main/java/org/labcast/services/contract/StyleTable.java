package org.labcast.services.contract;

import java.util.Map;
import java.util.Set;
import org.labcast.services.contract.Style.OfComponent;
import org.labcast.services.contract.Style.OfConnector;
import org.labcast.services.contract.Style.OfPort;
import org.labcast.services.contract.Style.OfRole;

/**
 * Which styles go together (condition C1 of Gannod, Mudiam and Lindquist 2004).
 *
 * <p>What a caller says goes out of it: the role that it is attached to is the connector's output in the paper's figures, and the
 * callee's or the streaming process's is the input.
 */
public final class StyleTable {
    /** Of services and their clients. */
    public static final StyleTable OUTSIDE = new StyleTable(Set.of(OfPort.CALLER));
    /** Of what a service is composed of, where a stream may also feed a call. */
    public static final StyleTable INSIDE = new StyleTable(Set.of(OfPort.CALLER, OfPort.CALLEE));

    private static final Map<OfPort, Set<OfComponent>> COMPONENTS = Map.of(
            OfPort.CALLER, Set.of(OfComponent.CALL_RETURN, OfComponent.COMMUNICATING_PROCESS),
            OfPort.CALLEE, Set.of(OfComponent.CALL_RETURN),
            OfPort.PROCESS, Set.of(OfComponent.COMMUNICATING_PROCESS));

    private final Map<OfConnector, Map<OfRole, Set<OfPort>>> roles;

    private StyleTable(Set<OfPort> readers) {
        this.roles = Map.of(
                OfConnector.CALL_RETURN,
                Map.of(OfRole.OUTPUT, Set.of(OfPort.CALLER), OfRole.INPUT, Set.of(OfPort.CALLEE)),
                OfConnector.DATA_STREAM,
                Map.of(OfRole.OUTPUT, readers, OfRole.INPUT, Set.of(OfPort.PROCESS)));
    }

    /** What may be attached to such a role of such a connector. */
    public Set<OfPort> ports(OfConnector connector, OfRole role) {
        return roles.getOrDefault(connector, Map.of()).getOrDefault(role, Set.of());
    }

    /** What may have such a port. */
    public static Set<OfComponent> components(OfPort port) {
        return COMPONENTS.getOrDefault(port, Set.of());
    }
}
