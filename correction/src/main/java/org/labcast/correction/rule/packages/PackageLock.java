package org.labcast.correction.rule.packages;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/**
 * Another package manager is at work: wait for it, at most five minutes.
 *
 * <p>apt waits for dpkg's locks when told so, but (as of 2.6) not for those of its lists and its archive; there, and for dpkg, it is
 * tried again. dnf and yum wait by themselves. That pacman's lock is held may be left from a crash: see {@link PacmanLock}.
 */
public final class PackageLock implements Rule {
    private static final Pattern DPKG = Pattern.compile("^E: Could not get lock /var/lib/dpkg/lock(?:-frontend)?"
            + "(?:\\. It is held by process \\d+| - open \\(11: Resource temporarily unavailable\\))");
    private static final Pattern OTHER =
            Pattern.compile("^E: Could not get lock /var/(?:lib/apt/lists|cache/apt/archives)/lock"
                    + "(?:\\. It is held by process \\d+| - open \\(11: Resource temporarily unavailable\\))"
                    + "|^dpkg: error: dpkg (?:frontend lock|status database|database lock) (?:was|is) locked by another process"
                    + "|^Another app is currently holding the yum lock; exiting");
    private static final Pattern ZYPPER =
            Pattern.compile("^System management is locked by the application with pid \\d+");
    private static final Pattern APK =
            Pattern.compile("^ERROR: Unable to lock database: (?:Resource temporarily unavailable|temporary error)");
    private static final String AGAIN =
            "sh -c 'for pause in 5 10 20 40 80 145; do sleep $pause; \"$@\" && exit; done; exit 1' sh";

    @Override
    public String name() {
        return "package_lock";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return waiting(context)
                .map(edit -> List.of(Suggestion.safe(
                        context.mended(edit),
                        "Another package manager is at work; this waits for it, five minutes at most.")))
                .orElse(List.of());
    }

    private static Optional<Edit> waiting(FailureContext context) {
        boolean apt = Family.APT.runsIn(context);
        if (context.runs("apt", "apt-get") && said(context, DPKG)) {
            return Optional.of(Edit.after(context.command().nameWord(), "-o DPkg::Lock::Timeout=300"));
        }
        if ((apt || context.runs("dpkg", "yum")) && (said(context, DPKG) || said(context, OTHER))) {
            return Optional.of(Edit.before(context.command().nameWord(), AGAIN));
        }
        if (Family.ZYPPER.runsIn(context) && said(context, ZYPPER)) {
            return Optional.of(Edit.before(context.command().nameWord(), "env ZYPP_LOCK_TIMEOUT=300"));
        }
        return Family.APK.runsIn(context) && said(context, APK)
                ? Optional.of(Edit.after(context.command().nameWord(), "--wait 300"))
                : Optional.empty();
    }

    private static boolean said(FailureContext context, Pattern pattern) {
        return context.says().find(pattern).isPresent();
    }
}
