package org.labcast.correction.rule.system;

import java.util.Optional;
import org.labcast.correction.Advice;
import org.labcast.correction.FailureContext;
import org.labcast.correction.rule.git.GitHttps;

/** ssh met a host whose key it does not know; whether that is the right host, a person must say. */
public final class HostKeyUnknown implements Advice {
    @Override
    public String name() {
        return "host_key_unknown";
    }

    @Override
    public Optional<String> give(FailureContext context) {
        boolean unknown = context.says().contains("Host key verification failed")
                && !context.says().contains("IDENTIFICATION HAS CHANGED")
                && !GitHttps.offers(context);
        return unknown
                ? Optional.of(
                        "The host's SSH key is not known here, and nobody is there to accept it: compare its fingerprint with"
                                + " the one on the machine itself, then add it to known_hosts.")
                : Optional.empty();
    }
}
