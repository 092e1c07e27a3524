package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** A verb that Mercurial does not know, or that begins several: it lists those that may be meant. */
public final class MercurialVerb implements Rule {
    private static final Pattern WRONG = Pattern.compile("^hg: (?:unknown command|command) '([\\w-]{1,60})'");
    private static final Pattern ASKED = Pattern.compile("^\\(did you mean (?:one of )?([\\w, -]{1,300})\\?\\)$");
    private static final Pattern LISTED = Pattern.compile("^    ([a-z][a-z -]{1,300})$");

    @Override
    public String name() {
        return "mercurial_verb";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        Optional<Matcher> said = situation.says().find(WRONG);
        if (!situation.runs("hg") || said.isEmpty()) {
            return List.of();
        }
        List<Word> operands = situation.command().operands();
        Optional<Word> wrong = operands.stream()
                .filter(word -> word.is(said.get().group(1)))
                .findFirst()
                .or(() -> operands.stream().findFirst());
        return wrong.filter(Word::bare).map(word -> mended(situation, word)).orElse(List.of());
    }

    private static List<Suggestion> mended(Situation situation, Word wrong) {
        List<String> verbs = Stream.concat(
                        situation
                                .says()
                                .findAll(ASKED)
                                .limit(1)
                                .flatMap(asked -> Stream.of(asked.group(1).split(", "))),
                        situation
                                .says()
                                .findAll(LISTED)
                                .limit(1)
                                .flatMap(listed -> Stream.of(listed.group(1).split(" "))))
                .toList();
        List<String> ranked =
                Likeness.best(wrong.value(), verbs).isPresent() ? Likeness.ranked(wrong.value(), verbs) : verbs;
        return ranked.stream()
                .limit(5)
                .map(verb -> Suggestion.sure(
                        verbs.size() == 1,
                        situation.mended(Edit.replace(wrong, verb)),
                        "hg does not know '" + wrong.value() + "' and names '" + verb + "'."))
                .toList();
    }
}
