package org.labcast.publisher.cli;

import java.util.Optional;
import org.labcast.model.Fingerprint;
import org.labcast.model.GroupName;
import org.labcast.model.HostSet;
import org.labcast.publisher.dispatch.FactSelector;
import org.labcast.publisher.dispatch.TargetChoice;
import picocli.CommandLine.Option;

/** Whom an order is for; all hosts when none of these is given. */
public final class TargetOptions {
    @Option(names = "--host", paramLabel = "HOSTS", description = "These hosts: a,b,lab-[01-20].")
    private Optional<HostSet> hosts = Optional.empty();

    @Option(names = "--group", paramLabel = "GROUP", description = "The hosts in this group.")
    private Optional<GroupName> group = Optional.empty();

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description = "The hosts whose facts meet a condition: \"os = 'debian' AND memory_mb > 4000\".")
    private Optional<FactSelector> where = Optional.empty();

    @Option(names = "--trusting", description = "Only hosts that say that they obey your key.")
    private boolean trusting;

    public TargetChoice choice(Fingerprint signer) {
        return new TargetChoice(hosts, group, where, trusting ? Optional.of(signer) : Optional.empty());
    }

    /** Whether the choice depends on what hosts say of themselves at this moment. */
    public boolean needsFacts() {
        return where.isPresent() || trusting;
    }

    /** Whether it is not simply all hosts. */
    boolean isNarrowed() {
        return hosts.isPresent() || group.isPresent() || needsFacts();
    }

    /** The choice in words, before anybody knows which hosts it means. */
    String describe() {
        String base = hosts.map(HostSet::toString)
                .or(() -> group.map(name -> "group " + name))
                .orElse("all hosts");
        String condition = where.map(selector -> " where " + selector.text()).orElse("");
        return base + condition + (trusting ? " that obey your key" : "");
    }
}
