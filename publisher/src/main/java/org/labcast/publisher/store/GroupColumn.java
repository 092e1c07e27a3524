package org.labcast.publisher.store;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labcast.model.GroupName;

/** A set of groups in one column: names separated by blanks. */
final class GroupColumn {
    private GroupColumn() {}

    static String write(SortedSet<GroupName> groups) {
        return groups.stream().map(GroupName::value).collect(Collectors.joining(" "));
    }

    static SortedSet<GroupName> parse(String column) {
        return Stream.of(column.split(" "))
                .filter(name -> !name.isEmpty())
                .map(GroupName::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
