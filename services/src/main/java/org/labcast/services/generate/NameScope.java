package org.labcast.services.generate;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of one place in a program, each given once. The same wishes in the same order give the same names. */
final class NameScope {
    private final Set<String> taken = new HashSet<>();
    private final boolean ignoresCase;

    private NameScope(Collection<String> reserved, boolean ignoresCase) {
        this.ignoresCase = ignoresCase;
        reserved.forEach(name -> taken.add(key(name)));
    }

    /** Of variables and methods. */
    static NameScope of(Collection<String> reserved) {
        return new NameScope(reserved, false);
    }

    /** Of types, whose names are names of files, too; and some file systems take {@code Foo} for {@code foo}. */
    static NameScope ofTypes(Collection<String> reserved) {
        return new NameScope(reserved, true);
    }

    /** The name, or when it is taken, the first of {@code name2}, {@code name3} and on that is not. */
    String take(String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(key(name)); i++) {
            name = wanted + i;
        }
        return name;
    }

    private String key(String name) {
        return ignoresCase ? name.toLowerCase(Locale.ROOT) : name;
    }
}
