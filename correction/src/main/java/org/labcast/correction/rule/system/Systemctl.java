package org.labcast.correction.rule.system;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.shell.Word;

/** What the rules about systemctl share: its verbs (systemctl(1) of systemd 252) and its complaint about one. */
final class Systemctl {
    static final List<String> VERBS =
            List.of(("list-units list-automounts list-sockets list-timers is-active is-failed status show cat help"
                            + " list-dependencies start stop reload restart try-restart reload-or-restart isolate kill clean freeze thaw"
                            + " set-property reset-failed list-unit-files enable disable reenable preset is-enabled mask unmask link"
                            + " revert edit get-default set-default list-jobs cancel show-environment daemon-reload daemon-reexec"
                            + " is-system-running default rescue emergency halt poweroff reboot kexec exit suspend hibernate")
                    .split(" "));

    /** "Unknown operation" before systemd 246. */
    private static final Pattern UNKNOWN =
            Pattern.compile("^Unknown (?:command verb|operation) '?([\\w@.:-]+?)'?(?:\\.|, did you mean .{1,60})?$");

    private Systemctl() {}

    /** The word that systemctl took for a verb and does not know. */
    static Optional<Word> unknownVerb(FailureContext context) {
        if (!context.runs("systemctl")) {
            return Optional.empty();
        }
        if (context.nothingSaid() && !context.commandNotFound()) {
            // Units are no verbs, so whatever it said, the first operand is the fault.
            return context.command().operands().stream()
                    .findFirst()
                    .filter(word -> word.bare() && !VERBS.contains(word.value()));
        }
        return context.says()
                .find(UNKNOWN)
                .flatMap(said -> context.command().args().stream()
                        .filter(word -> word.is(said.group(1)) && word.bare())
                        .findFirst());
    }
}
