package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class ScriptInterpreterTest extends RuleTest {
    ScriptInterpreterTest() {
        super(new ScriptInterpreter());
    }

    @Test
    void interpreterThatIsHere() {
        machine.executables("python3", "bash");
        safely("./x.py -v", 127, "/usr/bin/env: \u2018python\u2019: No such file or directory\n", "python3 ./x.py -v");
        riskily(
                "./x.sh",
                126,
                "bash: line 1: ./x.sh: /bin/bahs: bad interpreter: No such file or directory\n",
                "bash ./x.sh");
    }

    @Test
    void lineEndsOfWindows() {
        riskily(
                "./x.sh",
                126,
                "bash: ./x.sh: /bin/bash^M: bad interpreter: No such file or directory\n",
                "sed -i 's/\\r$//' ./x.sh && ./x.sh");
    }

    @Test
    void othersAreNotGuessed() {
        machine.executables("python3");
        notAtAll("./x.rb", 127, "/usr/bin/env: 'ruby': No such file or directory\n");
    }

    @Test
    void foundAndNotFound() {
        machine.file("./x.sh");
        riskily("./x.sh", 127, "sh: 1: ./x.sh: not found\n", "sed -i 's/\\r$//' ./x.sh && ./x.sh");
        notAtAll("./y.sh", 127, "sh: 1: ./y.sh: not found\n");
    }
}
