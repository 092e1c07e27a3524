package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.Optional;
import org.labcast.correction.Situation;
import org.labcast.correction.shell.Word;

/** What the rules about {@code pip install} share. */
final class Pip {
    private Pip() {}

    /** The word {@code install}, also of {@code python3 -m pip install}; empty when this is another command. */
    static Optional<Word> install(Situation situation) {
        List<Word> args = situation.command().args();
        boolean module = situation.runs("python", "python3")
                && args.size() > 1
                && args.get(0).is("-m")
                && args.get(1).is("pip");
        return situation.runs("pip", "pip2", "pip3") || module
                ? args.stream().filter(word -> word.is("install")).findFirst()
                : Optional.empty();
    }
}
