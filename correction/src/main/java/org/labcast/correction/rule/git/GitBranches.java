package org.labcast.correction.rule.git;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The branches of the repository at hand, as the machine lists them.
 *
 * @param local their names
 * @param remote their names behind the remote's, such as {@code origin/main}
 */
record GitBranches(Set<String> local, Set<String> remote) {
    private static final String QUERY = "git branch -a --no-color --no-column";
    /** More branches than this are not looked at. */
    private static final int MOST = 500;

    private static final Pattern LINE = Pattern.compile("^[*+ ]?\\s*(remotes/)?(" + GitCall.NAME + ")$");

    /** Empty when the machine does not say, or would speak of another repository. */
    static Optional<GitBranches> of(GitCall call) {
        return call.elsewhere()
                ? Optional.empty()
                : call.situation().facts().answer(QUERY).map(GitBranches::read);
    }

    private static GitBranches read(String printed) {
        Set<String> local = new TreeSet<>();
        Set<String> remote = new TreeSet<>();
        for (String line : printed.lines().limit(MOST).toList()) {
            Matcher branch = LINE.matcher(line);
            if (branch.matches()) {
                (branch.group(1) == null ? local : remote).add(branch.group(2));
            }
        }
        return new GitBranches(local, remote);
    }

    boolean none() {
        return local.isEmpty() && remote.isEmpty();
    }

    /** Every way to name a branch: as a local one, with its remote, and as a local one that git would make of it. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(local);
        names.addAll(remote);
        names.addAll(atRemotes());
        return names;
    }

    /** The branches of the remotes as those call them. */
    Set<String> atRemotes() {
        return remote.stream().map(name -> name.replaceFirst("^[^/]*/", "")).collect(Collectors.toSet());
    }

    Set<String> remotes() {
        return remote.stream().map(name -> name.replaceFirst("/.*", "")).collect(Collectors.toSet());
    }

    /** The local branch that most repositories begin with; empty when there is none or both. */
    Optional<String> main() {
        return Stream.of("main", "master")
                .filter(local::contains)
                .reduce((one, other) -> "")
                .filter(name -> !name.isEmpty());
    }
}
