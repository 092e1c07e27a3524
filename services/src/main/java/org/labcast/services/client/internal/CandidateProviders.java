package org.labcast.services.client.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.labcast.model.HostName;
import org.labcast.model.service.ServiceEntry;
import org.labcast.services.client.BadArgumentsException;
import org.labcast.services.client.CallRequest;
import org.labcast.services.client.NoProviderException;
import org.labcast.services.client.ServiceException;
import org.labcast.services.client.SpecMismatchException;
import org.labcast.services.contract.ContractException;
import org.labcast.services.contract.Decoder;
import org.labcast.services.contract.Signature;
import org.labcast.text.Printable;

/** Which hosts offer what a call asks for, and what can be said of the call before anybody is asked. */
public final class CandidateProviders {
    private final CallRequest request;
    private final boolean stream;
    private final CachedLookup lookups;
    private List<ServiceEntry> all = List.of();

    /** @param stream whether the caller means a stream */
    public CandidateProviders(CallRequest request, boolean stream, CachedLookup lookups) {
        this.request = request;
        this.stream = stream;
        this.lookups = lookups;
    }

    /**
     * The entries of those that may do it, perhaps a moment old.
     *
     * @throws ServiceException when there is none, or the call is wrong for them
     */
    List<ServiceEntry> now() {
        List<ServiceEntry> meant = meant(lookups.of(request.port()));
        return meant.isEmpty() ? fresh() : checked(meant);
    }

    /** The same as of this moment. */
    List<ServiceEntry> fresh() {
        List<ServiceEntry> meant = meant(lookups.anew(request.port()));
        if (meant.isEmpty()) {
            throw nobody();
        }
        return checked(meant);
    }

    /** Whether whoever takes the call is one that is meant. */
    boolean allAreMeant() {
        return all.stream().allMatch(this::isMeant);
    }

    /** Whether another host than these may do what one of them perhaps did already, and there is one. */
    boolean mayGoElsewhere(Set<HostName> lost) {
        boolean harmless = request.idempotent() || all.stream().allMatch(ServiceEntry::idempotent);
        return harmless
                && request.host().isEmpty()
                && meant(lookups.anew(request.port())).stream().anyMatch(entry -> !lost.contains(entry.host()));
    }

    /** Whether the host's port gives its exit code back, so that none is a failure. */
    boolean returnsExitCode(HostName host) {
        List<ServiceEntry> own =
                all.stream().filter(entry -> entry.host().equals(host)).toList();
        return (own.isEmpty() ? all : own)
                .stream().anyMatch(entry -> entry.returns().contains(Decoder.EXIT_CODE.function()));
    }

    private List<ServiceEntry> meant(List<ServiceEntry> live) {
        all = live;
        return live.stream().filter(this::isMeant).toList();
    }

    private boolean isMeant(ServiceEntry entry) {
        return entry.stream() == stream
                && request.host().map(entry.host()::equals).orElse(true)
                && (request.spec().isEmpty() || request.spec().equals(entry.spec()));
    }

    /** As long as all of them mean the same, the values can be looked at here. */
    private List<ServiceEntry> checked(List<ServiceEntry> meant) {
        if (meant.stream().map(ServiceEntry::signature).distinct().count() > 1) {
            return meant;
        }
        Signature signature;
        try {
            signature = Signature.read(meant.get(0).signature());
        } catch (ContractException e) {
            return meant; // written by a newer agent; it knows
        }
        try {
            signature.checked(request.arguments());
            return meant;
        } catch (ContractException e) {
            throw new BadArgumentsException(request.port() + "(" + signature.written() + ") cannot be called so: "
                    + Printable.of(String.valueOf(e.getMessage())) + ".");
        }
    }

    private ServiceException nobody() {
        List<String> hosts =
                all.stream().map(entry -> entry.host().value()).distinct().toList();
        Optional<String> elsewhere =
                request.host().filter(host -> !hosts.contains(host.value())).map(HostName::value);
        if (hosts.isEmpty()) {
            return new NoProviderException("No host offers " + request.port()
                    + " now; install its description, or start the agent of a host that has it.");
        } else if (elsewhere.isPresent()) {
            return new NoProviderException(elsewhere.get() + " does not offer " + request.port() + " now; "
                    + String.join(", ", hosts) + (hosts.size() == 1 ? " does." : " do."));
        } else if (all.stream().noneMatch(entry -> entry.stream() == stream)) {
            return new SpecMismatchException(
                    stream
                            ? request.port() + " answers calls; call it, for there is nothing to watch."
                            : request.port() + " is a stream; watch it, for it does not answer calls.");
        }
        return new SpecMismatchException("What " + String.join(", ", hosts) + " offer as " + request.port()
                + " is not what this client was made for; generate it anew from the description that is installed.");
    }
}
