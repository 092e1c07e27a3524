package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.Optional;
import org.labcast.correction.FailureContext;
import org.labcast.correction.shell.Word;

/** What the rules about {@code pip install} share. */
final class Pip {
    private Pip() {}

    /** The word {@code install}, also of {@code python3 -m pip install}; empty when this is another command. */
    static Optional<Word> install(FailureContext context) {
        List<Word> args = context.command().args();
        boolean module = context.runs("python", "python3")
                && args.size() > 1
                && args.get(0).is("-m")
                && args.get(1).is("pip");
        return context.runs("pip", "pip2", "pip3") || module
                ? args.stream().filter(word -> word.is("install")).findFirst()
                : Optional.empty();
    }
}
