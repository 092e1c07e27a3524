package org.labcast.deploy.measure;

import java.util.List;
import java.util.Locale;

/** How many of how many cases came out well. */
record Rate(long ok, long of) {
    static final Rate NONE = new Rate(0, 0);

    static Rate of(List<Finding> findings) {
        return new Rate(findings.stream().filter(Finding::ok).count(), findings.size());
    }

    Rate plus(Rate other) {
        return new Rate(ok + other.ok, of + other.of);
    }

    /** No case at all is no success. */
    boolean atLeast(int percent) {
        return of > 0 && ok * 100 >= percent * of;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d of %d ok, %.1f %%", ok, of, of == 0 ? 0 : 100.0 * ok / of);
    }
}
