package org.labcast.correction;

import java.util.List;

/** All rules, best informed first: suggestions keep this order. */
public final class Rules {
    public static final List<Rule> ALL = List.of();

    private Rules() {}
}
