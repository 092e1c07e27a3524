package org.labcast.correction.rule.system;

import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.Advice;
import org.labcast.correction.FailureContext;
import org.labcast.correction.rule.git.GitHttps;

/** ssh was not let in; unless it was git, and the repository can be had without a key. */
public final class LoginRefused implements Advice {
    private static final Pattern SAID = Pattern.compile("Permission denied \\((?:publickey|password|keyboard|gssapi)");

    @Override
    public String name() {
        return "login_refused";
    }

    @Override
    public Optional<String> give(FailureContext context) {
        return context.says().find(SAID).isPresent() && !GitHttps.offers(context)
                ? Optional.of(
                        "The other machine does not let this user in: its authorized_keys lacks this user's public key.")
                : Optional.empty();
    }
}
