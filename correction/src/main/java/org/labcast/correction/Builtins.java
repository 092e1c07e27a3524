package org.labcast.correction;

import java.util.Set;

/** Commands that the shell itself has, so that PATH does not show them (POSIX 2.14, XCU 2.9.1.1, bash(1)). */
public final class Builtins {
    public static final Set<String> NAMES =
            Set.of((". : [ alias bg break builtin case cd command continue declare dirs echo eval exec exit"
                            + " export false fc fg for function getopts hash help history if jobs kill let local popd printf pushd pwd read"
                            + " readonly return select set shift shopt source test time times trap true type typeset ulimit umask unalias unset"
                            + " until wait while")
                    .split(" "));

    private Builtins() {}
}
