package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** The address of a remote that is not there yet is to be changed, or one that is there is to be added. */
public final class GitRemoteVerb implements Rule {
    private static final Pattern ABSENT = Pattern.compile("^(?:fatal|error): No such remote");
    private static final Pattern PRESENT = Pattern.compile("^(?:fatal|error): remote .{1,200} already exists");

    @Override
    public String name() {
        return "git_remote_verb";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return GitCall.of(context, "remote").filter(call -> call.args().size() == 3).stream()
                .flatMap(call -> Stream.of(call.args().get(0)))
                .flatMap(verb -> Stream.concat(
                        mended(context, verb, "set-url", ABSENT, "add").stream(),
                        mended(context, verb, "add", PRESENT, "set-url").stream()))
                .toList();
    }

    private static Optional<Suggestion> mended(
            FailureContext context, Word verb, String wrong, Pattern said, String right) {
        return verb.is(wrong) && context.says().find(said).isPresent()
                ? Optional.of(Suggestion.sure(
                        right.equals("add"),
                        context.mended(Edit.replace(verb, right)),
                        "The remote is " + (right.equals("add") ? "not there yet." : "there already.")))
                : Optional.empty();
    }
}
