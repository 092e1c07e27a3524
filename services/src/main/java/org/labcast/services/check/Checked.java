package org.labcast.services.check;

import java.util.List;
import java.util.Optional;
import org.labcast.services.acme.Finding;
import org.labcast.services.acme.Finding.Severity;
import org.labcast.services.contract.ServicePort;

/**
 * What a check found.
 *
 * @param findings in the order of the files
 * @param services the ports that offer something, as far as they could be read
 */
public record Checked(List<Finding> findings, List<ServicePort> services) {
    public Checked {
        findings = List.copyOf(findings);
        services = List.copyOf(services);
    }

    public boolean good() {
        return findings.stream().noneMatch(found -> found.severity() == Severity.ERROR);
    }

    public Optional<ServicePort> service(String component, String port) {
        return services.stream()
                .filter(one -> one.component().equals(component) && one.name().equals(port))
                .findFirst();
    }
}
