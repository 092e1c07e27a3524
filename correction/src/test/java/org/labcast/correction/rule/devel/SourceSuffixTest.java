package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class SourceSuffixTest extends RuleTest {
    SourceSuffixTest() {
        super(new SourceSuffix());
    }

    @Test
    void theFileThatIsThereIsTaken() {
        machine.file("scan.py").file("tool.go").file("Main.java").file("Hello.class");
        safely(
                "python3 scan -v",
                2,
                "python3: can't open file '/srv/scan': [Errno 2] No such file or directory\n",
                "python3 scan.py -v");
        safely("go run tool", 1, "package tool is not in std (/usr/lib/go/src/tool)\n", "go run tool.go");
        safely(
                "javac Main",
                2,
                "error: Class names, 'Main', are only accepted if annotation processing is explicitly requested\n",
                "javac Main.java");
        safely("java Hello.java", 1, "Error: Could not find or load main class Hello.java\n", "java Hello");
    }

    @Test
    void otherwiseItIsAGuess() {
        riskily("python2 scan", 2, "", "python2 scan.py");
        riskily("java Hello.java", 1, "", "java Hello");
    }

    @Test
    void whatIsThereOrSaysSomethingElseIsLeftAlone() {
        machine.file("scan").directory("cmd");
        notAtAll("python3 scan", 1, "");
        notAtAll("go run cmd", 1, "");
        notAtAll("go build tool", 1, "");
        notAtAll("python3 -m scan", 1, "");
        notAtAll("python3 other", 1, "ValueError: no\n");
        notAtAll("ls foo", 2, "");
    }
}
