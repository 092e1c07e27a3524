package org.labcast.correction.rule.system;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.Word;

/** ssh does not use a private key that others may read. Only a file that the command itself names is closed to them. */
public final class KeyFileMode implements Rule {
    private static final Pattern OPEN =
            Pattern.compile("^Permissions 0?\\d{3} for ['\"]([^'\"]{1,200})['\"] are too open");

    @Override
    public String name() {
        return "key_file_mode";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("ssh", "scp", "sftp", "ssh-add", "ssh-keygen", "rsync", "ansible", "ansible-playbook")) {
            return List.of();
        }
        return context.says().find(OPEN).stream()
                .map(said -> said.group(1))
                .filter(key -> context.command().args().stream().anyMatch(word -> names(word, key)))
                .map(key -> Suggestion.safe(
                        context.preceded(context.command().raised("chmod 600 " + Quoting.word(key))),
                        "Others may read the private key " + key + "; ssh wants it closed to them."))
                .toList();
    }

    private static boolean names(Word word, String key) {
        return word.literal() && (word.is(key) || word.value().endsWith("=" + key) || word.is("-i" + key));
    }
}
