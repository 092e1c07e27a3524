package org.labcast.services.check;

import java.util.Optional;
import org.labcast.services.acme.Link;
import org.labcast.services.contract.Style.OfConnector;
import org.labcast.services.contract.Style.OfPort;
import org.labcast.services.contract.Style.OfRole;

/**
 * An attachment whose two ends exist. Its styles are read without a word: what names no style has been reported where it stands.
 *
 * @param port of a component
 * @param role of a connector
 */
record ResolvedAttachment(Link link, AttachmentEnd port, AttachmentEnd role) {
    Optional<OfPort> ofPort() {
        return port.part().quiet().style(Vocabulary.PORT_TYPE, OfPort.values());
    }

    Optional<OfConnector> ofConnector() {
        return role.owner().quiet().style(Vocabulary.CONNECTOR_TYPE, OfConnector.values());
    }

    Optional<OfRole> ofRole() {
        return role.part().quiet().style(Vocabulary.PROP_TYPE, OfRole.values());
    }

    boolean is(OfPort style) {
        return ofPort().filter(style::equals).isPresent();
    }

    /** Whether it is another end of the same connector. */
    boolean across(ResolvedAttachment other) {
        return role.owner().name().equals(other.role.owner().name())
                && !role.part().name().equals(other.role.part().name());
    }
}
