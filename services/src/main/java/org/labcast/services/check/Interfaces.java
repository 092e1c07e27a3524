package org.labcast.services.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.labcast.services.contract.ServicePort;

/** Looks whether those that offer the same call of an interface mean the same: a caller may be given either. */
final class Interfaces {
    private final Findings findings;

    Interfaces(Findings findings) {
        this.findings = findings;
    }

    void look(Collection<ServicePort> services, Catalogue catalogue) {
        Map<String, ServicePort> first = new HashMap<>();
        for (ServicePort port : services) {
            ServicePort before = first.putIfAbsent(port.contract() + "." + port.name(), port);
            if (before != null && !before.spec().equals(port.spec())) {
                findings.error(
                        catalogue.node(port).name().at(),
                        "'" + port.fullName() + "' and '" + before.fullName() + "' at "
                                + catalogue.node(before).name().at()
                                + " are both " + port.contract() + "." + port.name()
                                + ", and differ in Port-Type, Signature or Return.");
            }
        }
    }
}
