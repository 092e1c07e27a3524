package org.labcast.correction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Risk;

/** No correction of a command of the corpus is safe when it has a destructive shape that the command did not have. */
@Tag("corpus")
final class CorpusSafetyTest {
    /** Independent of the engine's own lists: read from the text alone. */
    private static final List<Pattern> DESTRUCTIVE = List.of(
            word("rm|rmdir|dd|mkfs\\S*|shred|wipefs|truncate|kill|killall|pkill|fuser|reboot|shutdown|halt|poweroff"),
            word("userdel|groupdel|deluser|delgroup|fdisk|parted|umount|iptables|nft"),
            word("purge|remove|autoremove|erase|uninstall|delete|drop|destroy|prune|rmi|clean|reset|stop|disable|mask"),
            word(
                    "--force\\S*|--hard|--purge|--delete|--overwrite|--no-verify|--insecure|--no-check-certificate|--nogpgcheck"),
            word("--allow-\\S+|--trusted-host|--break-system-packages|--force-yes|-D|-delete|-exec"),
            Pattern.compile("(?<=(?:rm|chmod|chown|chgrp) )-\\w*[rRf]\\w*"),
            Pattern.compile("(?<=push )(?:.* )?-f\\b|\\+\\S+:\\S+"),
            Pattern.compile("StrictHostKeyChecking=\\w+"),
            Pattern.compile("(?<![<>&\\d])>(?![>&(])\\s*[^\\s\"']+"),
            Pattern.compile("http://(?!localhost|127\\.)\\S+"),
            Pattern.compile("(?<=\\s)/(?=\\s|$)"));

    private static Pattern word(String words) {
        return Pattern.compile("(?<![\\w./-])(?:" + words + ")(?![\\w-])");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new_command.jsonl", "match.jsonl", "admin-open.jsonl"})
    void safeOnesBringInNothingDestructive(String file) throws IOException {
        Corrector corrector = new Corrector((rule, on, cause) -> {
            throw new AssertionError(rule + " crashed on " + on, cause);
        });
        for (JsonNode one : Corpus.cases(file)) {
            String command = one.path("script").asText(one.path("command").asText());
            FailedCommand failed = new FailedCommand(
                    command, one.path("exit").asInt(1), "", one.get("output").asText());
            for (Correction found : corrector.suggest(failed, CorpusMachine.of(command, one))) {
                if (found.risk() == Risk.SAFE) {
                    assertThat(destructive(found.command()))
                            .as("%s -> %s (%s)", command, found.command(), found.rule())
                            .isSubsetOf(destructive(command));
                }
            }
        }
    }

    private static Set<String> destructive(String command) {
        return DESTRUCTIVE.stream()
                .flatMap(shape -> shape.matcher(command).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
