package org.labcast.correction.rule.packages;

import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.Advice;
import org.labcast.correction.FailureContext;

/** The manager refuses for a reason that only a person may overrule: essential or held packages, signatures that do not fit. */
public final class ProtectedPackages implements Advice {
    private static final Pattern KEPT =
            Pattern.compile("^E: (?:Essential|Held|Some essential) packages were (?:changed|removed) and -y was used"
                    + "|^E: Removing essential system-critical packages is not permitted"
                    + "|The operation would result in removing the following protected packages"
                    + "|would result in removing the running kernel");
    private static final Pattern UNSIGNED = Pattern.compile("^E: There were unauthenticated packages and -y was used"
            + "|^E: (?:The repository|GPG error: |Failed to fetch).*(?:is not signed|NO_PUBKEY|EXPKEYSIG|BADSIG|no longer signed)"
            + "|^Error: GPG check FAILED|^Public key for .* is not installed|Signature verification failed for file"
            + "|^error: .*(?:invalid or corrupted (?:package|database) \\(PGP signature\\)|is unknown trust|is marginal trust)"
            + "|^ERROR: .*(?:UNTRUSTED signature|BAD signature)");

    @Override
    public String name() {
        return "protected_packages";
    }

    @Override
    public Optional<String> give(FailureContext context) {
        if (Family.of(context.command().tool()).isEmpty()) {
            return Optional.empty();
        }
        if (context.says().find(KEPT).isPresent()) {
            return Optional.of("The package manager keeps packages that are essential or held; that is never overruled"
                    + " unattended: look at the list that it printed and decide on the machine itself.");
        }
        return context.says().find(UNSIGNED).isPresent()
                ? Optional.of("The package manager could not verify a signature, which is never passed over: give the"
                        + " machine the repository's right key, or find out who changed the packages.")
                : Optional.empty();
    }
}
