package org.labcast.services.contract;

import java.util.List;
import java.util.Optional;

/** The argument lists of one call, each with the path of its program first: what runs before, the tool, what runs after. */
public record Invocation(Optional<List<String>> pre, List<String> main, Optional<List<String>> post) {
    public Invocation {
        pre = pre.map(List::copyOf);
        main = List.copyOf(main);
        post = post.map(List::copyOf);
    }
}
