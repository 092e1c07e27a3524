package org.labcast.agent.rules;

import java.nio.file.Path;
import java.util.Optional;

/** Decides whether a rule file, or the directory of them, may be believed. */
@FunctionalInterface
interface FileGuard {
    /** Believes everything: for looking at rules, not for acting by them. */
    FileGuard NONE = file -> Optional.empty();

    /** Why not, and what to do; empty when it may. */
    Optional<String> objection(Path file);
}
