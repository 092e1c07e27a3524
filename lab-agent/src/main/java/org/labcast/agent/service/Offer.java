package org.labcast.agent.service;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import org.labcast.model.Fingerprint;
import org.labcast.model.order.Callers;
import org.labcast.model.service.PortName;
import org.labcast.services.contract.ServicePort;
import org.labcast.transport.pgp.Certificate;
import org.labcast.transport.pgp.TrustStore;

/**
 * A port that this host offers.
 *
 * @param name by which callers ask for it
 * @param hosts the certificates of those hosts that may call
 */
record Offer(Installation installation, ServicePort port, PortName name, TrustStore hosts, Slots slots) {
    /**
     * @throws org.labcast.model.InvalidValueException when its name cannot be an address
     * @throws org.labcast.transport.pgp.KeyException when a caller's certificate is none
     */
    static Offer of(Installation installation, ServicePort port) {
        return new Offer(
                installation,
                port,
                new PortName(port.contract(), port.name()),
                TrustStore.of(certificates(installation.callers())),
                new Slots(port.terms().slots()));
    }

    private static Collection<Certificate> certificates(Callers callers) {
        return callers.hosts().stream()
                .map(host -> host.certificate().getBytes(StandardCharsets.UTF_8))
                .flatMap(armored -> Certificate.readAll(armored).stream())
                .toList();
    }

    /** @param administrators whom this host trusts */
    boolean allows(Fingerprint caller, TrustStore administrators) {
        SortedSet<Fingerprint> only = installation.callers().administrators();
        boolean administrator = administrators.find(caller).isPresent();
        return (administrator && (only.isEmpty() || only.contains(caller)))
                || hosts.find(caller).isPresent();
    }

    /** Programs that a call needs and that are not there, or may not be executed. */
    List<String> missing() {
        return port.tool().programs().stream()
                .filter(program -> !executable(Path.of(program)))
                .toList();
    }

    private static boolean executable(Path program) {
        return Files.isRegularFile(program) && Files.isExecutable(program);
    }

    /** As people are told of it: {@code PortMonitor.getOpenPorts as PortMonitoring.getOpenPorts}. */
    @Override
    public String toString() {
        return port.fullName() + " as " + name;
    }
}
