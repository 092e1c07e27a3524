package org.labcast.correction.rule.system;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.correction.Advice;
import org.labcast.correction.FailureContext;

/** ssh, scp, git or rsync met another host key than it knows: a new installation, or an attack; no program can tell. */
public final class HostKeyChanged implements Advice {
    private static final Pattern CHANGED = Pattern.compile(
            "REMOTE HOST IDENTIFICATION HAS CHANGED|POSSIBLE DNS SPOOFING DETECTED|host key for .{1,255} differs from the key for the IP");
    private static final Pattern HOST = Pattern.compile("[Hh]ost key for (\\S{1,255}) has changed");

    @Override
    public String name() {
        return "host_key_changed";
    }

    @Override
    public Optional<String> give(FailureContext context) {
        return context.says().find(CHANGED).map(warned -> {
            String host = context.says()
                    .find(HOST)
                    .map((Matcher match) -> match.group(1))
                    .orElse("the host");
            return "The SSH host key of " + host
                    + " is not the one known here, which is never corrected: compare its fingerprint"
                    + " with the one on the machine itself, then remove the old key with ssh-keygen -R.";
        });
    }
}
