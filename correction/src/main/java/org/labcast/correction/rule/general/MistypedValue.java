package org.labcast.correction.rule.general;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.model.Spelling;

/** A value that the tool does not know, as in {@code ls --sort=tiem}: the nearest of those that it lists, or is known to take. */
public final class MistypedValue implements Rule {
    /** What GNU tools say; the values follow line by line. */
    private static final Pattern LISTED =
            Pattern.compile("(?:invalid|ambiguous) argument ['`\u2018]([^'\u2019]{1,60})['\u2019] for ['`\u2018]-");

    private static final Pattern VALUES = Pattern.compile("['\u2018]([\\w-]{1,40})['\u2019]");
    private static final int MOST = 20;

    /** @param complaint whose group 1 is the value, where the tool names it */
    private record Known(String tool, Pattern complaint, List<String> values) {}

    /** Sources: ps(1) of procps 4.0, ssh-keygen(1), nginx(8), getent(1), openssl(1), hostnamectl(1), ip(8). */
    private static final List<Known> KNOWN = List.of(
            known(
                    "ps",
                    "unknown sort specifier()",
                    "%cpu %mem args comm cputime egroup etime etimes euser gid group lstart nice nlwp pcpu pgid pid pmem ppid pri"
                            + " rss sess size start start_time tid time tty uid user vsize vsz"),
            known("ssh-keygen", "unknown key type (\\S{1,30})", "dsa ecdsa ecdsa-sk ed25519 ed25519-sk rsa"),
            known("nginx", "invalid option: \"-s (\\w{1,30})\"", "stop quit reopen reload"),
            known(
                    "getent",
                    "Unknown database: (\\S{1,30})",
                    "ahosts ahostsv4 ahostsv6 aliases ethers group gshadow hosts initgroups netgroup networks passwd protocols rpc"
                            + " services shadow"),
            known(
                    "openssl",
                    "Invalid command '([\\w-]{1,30})'",
                    "asn1parse ca ciphers cms crl dgst dhparam ec ecparam enc genpkey genrsa list passwd pkcs12 pkcs7 pkcs8 pkey"
                            + " pkeyutl prime rand rehash req rsa rsautl s_client s_server sha256 smime speed verify version x509"),
            known(
                    "hostnamectl",
                    "Unknown command verb ([\\w-]{1,30})",
                    "chassis deployment hostname icon-name location set-chassis set-deployment set-hostname set-icon-name"
                            + " set-location status"),
            known(
                    "ip",
                    "Command \"([\\w-]{1,30})\" is unknown",
                    "add append change delete flush get list monitor replace restore save set show"));

    private static Known known(String tool, String complaint, String values) {
        return new Known(
                tool,
                Pattern.compile(complaint),
                Arrays.stream(values.split(" ")).toList());
    }

    @Override
    public String name() {
        return "mistyped_value";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        Optional<Matcher> listed = situation.says().find(LISTED);
        if (listed.isPresent()) {
            return nearest(situation, listed.get().group(1), values(situation));
        }
        return KNOWN.stream()
                .filter(known -> situation.runs(known.tool()))
                .flatMap(known -> situation.says().find(known.complaint()).stream()
                        .flatMap(said -> nearest(situation, said.group(1), known.values()).stream()))
                .toList();
    }

    private static List<String> values(Situation situation) {
        return situation.says().lines().stream()
                .filter(line -> line.startsWith("  - "))
                .flatMap(line -> VALUES.matcher(line).results().map((MatchResult value) -> value.group(1)))
                .limit(MOST)
                .toList();
    }

    private static List<Suggestion> nearest(Situation situation, String said, List<String> values) {
        Optional<Word> word = situation.command().args().stream()
                .filter(Word::bare)
                .filter(one -> said.isEmpty() ? one.value().startsWith("--sort=") : holds(one.value(), said))
                .findFirst();
        return word.stream()
                .flatMap(one -> mended(situation, one, said, values))
                .toList();
    }

    /** {@code tiem}, {@code --sort=tiem} or {@code -stiem}. */
    private static boolean holds(String word, String value) {
        return word.equals(value) || word.endsWith("=" + value) || word.matches("-\\w" + Pattern.quote(value));
    }

    private static Stream<Suggestion> mended(Situation situation, Word word, String said, List<String> values) {
        String value = said.isEmpty() ? word.value().replaceFirst("--sort=[-+]?", "") : said;
        List<String> near = values.contains(value) ? List.of() : Spelling.nearest(value, values);
        int at = word.end() - value.length();
        return near.stream()
                .map(name -> Suggestion.sure(
                        near.size() == 1,
                        situation.mended(new Edit(at, word.end(), name)),
                        situation.command().tool() + " does not know '" + value + "'; '" + name + "' is nearest."));
    }
}
