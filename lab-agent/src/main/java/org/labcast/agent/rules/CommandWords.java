package org.labcast.agent.rules;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Redirection;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/**
 * What a pattern for a command sees: the words as they are written, from the command's name (behind sudo, env and their like) up to
 * the first redirection, with one blank between them.
 */
final class CommandWords {
    private final List<Word> words;
    private final List<Integer> ends = new ArrayList<>();
    private final String text;

    private CommandWords(List<Word> words) {
        this.words = words;
        StringBuilder all = new StringBuilder();
        for (Word word : words) {
            all.append(all.isEmpty() ? "" : " ").append(word.text());
            ends.add(all.length());
        }
        this.text = all.toString();
    }

    /** @param command that has a name */
    static CommandWords of(SimpleCommand command) {
        Word name = command.nameWord();
        int end = command.redirections().stream()
                .mapToInt(Redirection::start)
                .filter(start -> start > name.start())
                .min()
                .orElse(Integer.MAX_VALUE);
        return new CommandWords(command.words().stream()
                .filter(word -> word.start() >= name.start() && word.start() < end)
                .toList());
    }

    /**
     * What matched.
     *
     * @param start index in the line of the first character that was matched
     * @param end index in the line behind the last one
     */
    record Match(int start, int end, MatchedGroups groups) {
        Edit replacedBy(String replacement) {
            return new Edit(start, end, replacement);
        }
    }

    /** Nothing when the match or a group of it would cut through a word that holds quotes or anything that the shell expands. */
    Optional<Match> match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int last = ends.indexOf(matcher.end());
        if (last < 0) {
            last = ends.indexOf(matcher.end() - 1);
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.start(group) >= 0 && (cuts(matcher.start(group)) || cuts(matcher.end(group)))) {
                return Optional.empty();
            }
        }
        if (last < 0) {
            return Optional.empty();
        }
        String whole = text.substring(0, ends.get(last));
        int start = words.get(0).start();
        return Optional.of(new Match(start, words.get(last).end(), MatchedGroups.of(matcher, whole)));
    }

    private boolean cuts(int at) {
        int begin = 0;
        for (int i = 0; i < words.size(); i++) {
            if (begin < at && at < ends.get(i) && !words.get(i).bare()) {
                return true;
            }
            begin = ends.get(i) + 1;
        }
        return false;
    }
}
