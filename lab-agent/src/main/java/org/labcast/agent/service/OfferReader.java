package org.labcast.agent.service;

import java.util.List;
import org.labcast.model.Fingerprint;
import org.labcast.model.LabcastException;
import org.labcast.model.OrderId;
import org.labcast.model.order.Callers;
import org.labcast.model.order.ServiceChange.Install;
import org.labcast.services.acme.Acme;
import org.labcast.services.acme.AcmeSyntaxException;
import org.labcast.services.acme.Finding;
import org.labcast.services.check.Checked;
import org.labcast.services.check.Checker;
import org.labcast.services.contract.ServicePort;

/** Makes offers of descriptions. */
final class OfferReader {
    private OfferReader() {}

    /** What there is to offer, or why there is nothing. */
    record Reading(List<Offer> offers, List<String> problems) {
        static Reading refused(List<String> problems) {
            return new Reading(List.of(), problems);
        }
    }

    /** All components of a description. */
    static Reading read(Install install, Fingerprint installedBy, OrderId job) {
        Checked checked;
        try {
            checked = Checker.check(List.of(Acme.read(install.file(), install.description())), List.of(), false);
        } catch (AcmeSyntaxException e) {
            return Reading.refused(List.of(e.finding().toString()));
        }
        if (!checked.good()) {
            return Reading.refused(checked.findings().stream()
                    .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                    .map(Finding::toString)
                    .toList());
        }
        if (checked.services().isEmpty()) {
            return Reading.refused(List.of(install.file() + " describes no port that offers anything."));
        }
        try {
            return new Reading(
                    checked.services().stream()
                            .map(port -> offer(port, install, installedBy, job))
                            .toList(),
                    List.of());
        } catch (LabcastException e) {
            return Reading.refused(List.of(install.file() + ": " + e.getMessage() + "."));
        }
    }

    private static Offer offer(ServicePort port, Install install, Fingerprint installedBy, OrderId job) {
        String description = install.description();
        Callers callers = install.callers();
        return Offer.of(
                new Installation(port.component(), install.file(), description, callers, installedBy, job), port);
    }

    /** The component that was installed. */
    static Reading read(Installation installed) {
        Install install = new Install(installed.file(), installed.description(), installed.callers());
        Reading all = read(install, installed.installedBy(), installed.job());
        return new Reading(
                all.offers().stream()
                        .filter(offer -> offer.installation().equals(installed))
                        .toList(),
                all.problems());
    }
}
