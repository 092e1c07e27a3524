package org.labcast.correction.rule.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** A key of sysctl(8) that this kernel does not have, and one below {@code /proc/sys} is spelt nearly so. */
public final class MistypedKernelKey implements Rule {
    private static final Pattern MISSING = Pattern.compile(
            "cannot stat /proc/sys/([\\w./-]{1,200}): No such file or directory|'/proc/sys/([\\w./-]{1,200})'");
    private static final Pattern KEY = Pattern.compile("[\\w-]+(?:[./][\\w-]+){1,9}(?==|$)");

    @Override
    public String name() {
        return "mistyped_kernel_key";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("sysctl")) {
            return List.of();
        }
        return context.says().find(MISSING).stream()
                .map(said -> said.group(1) == null ? said.group(2) : said.group(1))
                .flatMap(missing -> context.command().args().stream()
                        .filter(word ->
                                word.bare() && key(word).replace('.', '/').equals(missing)))
                .limit(1)
                .flatMap(word -> mended(context, word).stream())
                .toList();
    }

    private static String key(Word word) {
        return KEY.matcher(word.value())
                .results()
                .findFirst()
                .map(found -> found.group())
                .orElse("");
    }

    private static Optional<Suggestion> mended(FailureContext context, Word word) {
        String key = key(word);
        return nearest(context, key.split("[./]")).map(found -> {
            String name = String.join(key.contains("/") ? "/" : ".", found);
            return Suggestion.safe(
                    context.mended(new Edit(word.start(), word.start() + key.length(), name)),
                    "The kernel has no " + key + "; " + name + " is nearest.");
        });
    }

    /** With one part mistyped; of two nobody knows what was meant. */
    private static Optional<List<String>> nearest(FailureContext context, String[] parts) {
        List<String> found = new ArrayList<>();
        int mended = 0;
        for (String part : parts) {
            Set<String> here = context.facts().entries(String.join("/", path(found)));
            List<String> near = here.contains(part) ? List.of(part) : Spelling.nearest(part, here);
            boolean changed = !here.contains(part);
            mended += changed ? 1 : 0;
            if (near.size() != 1 || mended > 1 || (changed && !isSlip(part, near.get(0)))) {
                return Optional.empty();
            }
            found.add(near.get(0));
        }
        return mended == 1 ? Optional.of(found) : Optional.empty();
    }

    private static boolean isSlip(String part, String name) {
        return Spelling.isOneSlip(part, name) && part.replaceAll("\\D", "").equals(name.replaceAll("\\D", ""));
    }

    private static List<String> path(List<String> found) {
        List<String> path = new ArrayList<>(List.of("/proc/sys"));
        path.addAll(found);
        return path;
    }
}
