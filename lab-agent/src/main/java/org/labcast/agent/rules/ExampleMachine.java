package org.labcast.agent.rules;

import java.util.Optional;
import java.util.Set;
import org.labcast.correction.Machine;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.NameKind;
import org.labcast.correction.PathKind;

/** The machine that examples are tried on: of the kind that the rule is for, and otherwise unknown. */
record ExampleMachine(Machine machine) implements MachineFacts {
    static ExampleMachine of(LabRule.When when) {
        String os = when.os().stream().sorted().findFirst().orElse("");
        String packageManager =
                when.packageManagers().stream().sorted().findFirst().orElse("");
        return new ExampleMachine(new Machine(os, packageManager, "", false));
    }

    @Override
    public Set<String> names(NameKind kind) {
        return Set.of();
    }

    @Override
    public PathKind path(String path) {
        return PathKind.UNKNOWN;
    }

    @Override
    public Set<String> entries(String directory) {
        return Set.of();
    }

    @Override
    public Optional<String> answer(String query) {
        return Optional.empty();
    }
}
