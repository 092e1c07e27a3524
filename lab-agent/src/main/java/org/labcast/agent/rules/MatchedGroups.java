package org.labcast.agent.rules;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the groups of a pattern matched.
 *
 * @param texts the whole match, then the groups; empty text for one that took no part
 * @param names numbers of those that have a name
 */
record MatchedGroups(List<String> texts, Map<String, Integer> names) {
    static final MatchedGroups NONE = new MatchedGroups(List.of(), Map.of());

    /** @param whole the match without what the pattern was extended by */
    static MatchedGroups of(Matcher matcher, String whole) {
        List<String> texts = new ArrayList<>(List.of(whole));
        for (int group = 1; group <= matcher.groupCount(); group++) {
            String text = matcher.group(group);
            texts.add(text == null ? "" : text);
        }
        return new MatchedGroups(List.copyOf(texts), matcher.pattern().namedGroups());
    }

    /** @param group number or name of one that exists */
    String get(String group) {
        Integer named = names.get(group);
        return texts.get(named == null ? Integer.parseInt(group) : named);
    }
}
