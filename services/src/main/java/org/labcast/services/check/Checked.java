package org.labcast.services.check;

import java.util.List;
import java.util.Optional;
import org.labcast.services.acme.Finding;
import org.labcast.services.acme.Finding.Severity;
import org.labcast.services.contract.ClientApplication;
import org.labcast.services.contract.Federation;
import org.labcast.services.contract.ServicePort;

/**
 * What a check found; what is described is there as far as it could be read.
 *
 * @param findings in the order of the files
 * @param services the ports that offer something
 * @param clients the components that use services, attachments resolved
 * @param federations the components that are composed of services
 */
public record Checked(
        List<Finding> findings,
        List<ServicePort> services,
        List<ClientApplication> clients,
        List<Federation> federations) {
    public Checked {
        findings = List.copyOf(findings);
        services = List.copyOf(services);
        clients = List.copyOf(clients);
        federations = List.copyOf(federations);
    }

    /** Of files whose meaning nobody looked at. */
    public static Checked only(List<Finding> findings) {
        return new Checked(findings, List.of(), List.of(), List.of());
    }

    public boolean good() {
        return findings.stream().noneMatch(found -> found.severity() == Severity.ERROR);
    }

    public Optional<ServicePort> service(String component, String port) {
        return services.stream()
                .filter(one -> one.component().equals(component) && one.name().equals(port))
                .findFirst();
    }

    public Optional<ClientApplication> client(String component) {
        return clients.stream().filter(one -> one.component().equals(component)).findFirst();
    }
}
