package org.labcast.agent.conf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the agent's files are.
 *
 * @param config what an administrator or {@code join} wrote; secret in part
 * @param state what the agent writes
 */
public record AgentPaths(Path config, Path state) {
    public Path conf() {
        return config.resolve("agent.conf");
    }

    public Path password() {
        return config.resolve("password");
    }

    public Path hostKey() {
        return config.resolve("host-key.asc");
    }

    /** Certificates of the administrators whom this host obeys. */
    public Path trust() {
        return config.resolve("trust.d");
    }

    /** Correction rules of the lab's own, which are asked before those that are built in. */
    public Path rules() {
        return config.resolve("rules.d");
    }

    /** By which the broker is known under TLS; absent without TLS or when a public authority vouches for it. */
    public Path brokerCertificates() {
        return config.resolve("broker.pem");
    }

    public Optional<Path> trustedBroker() {
        return Optional.of(brokerCertificates()).filter(Files::exists);
    }

    /** An enrolment that no broker has taken yet; removed when one has. */
    public Path enrolment() {
        return config.resolve("enrolment.json");
    }

    public Path lock() {
        return state.resolve("lock");
    }

    public Path ledger() {
        return state.resolve("ledger");
    }

    public Path spool() {
        return state.resolve("spool");
    }

    /** What is kept of the shells of jobs that have not ended. */
    public Path shells() {
        return state.resolve("shells");
    }

    /** Services that were installed on this host. */
    public Path services() {
        return state.resolve("services");
    }

    /** Whether the running agent is connected, for {@code lab-agent status}. */
    public Path connection() {
        return state.resolve("connection");
    }

    /** Of which the names of this host's messages on the broker are made, so that no other host can guess them. */
    public Path hostSecret() {
        return state.resolve("presence-key");
    }
}
