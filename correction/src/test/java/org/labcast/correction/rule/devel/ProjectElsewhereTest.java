package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class ProjectElsewhereTest extends RuleTest {
    ProjectElsewhereTest() {
        super(new ProjectElsewhere());
    }

    @Test
    void theDirectoryBelow() {
        machine.file("server/pom.xml").directory("server").directory("docs");
        String said =
                "[ERROR] The goal you specified requires a project to execute but there is no POM in this directory (/srv).\n";
        riskily("mvn -q verify", 1, said, "cd server && mvn -q verify");
        notAtAll("mvn verify", 1, "[ERROR] BUILD FAILURE\n");
    }

    @Test
    void severalAreAllShown() {
        machine.file("a/Makefile").directory("a").file("b/Makefile").directory("b");
        riskily(
                "make",
                2,
                "make: *** No targets specified and no makefile found.  Stop.\n",
                "cd a && make",
                "cd b && make");
    }
}
