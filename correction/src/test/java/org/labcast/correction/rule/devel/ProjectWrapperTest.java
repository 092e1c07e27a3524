package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class ProjectWrapperTest extends RuleTest {
    ProjectWrapperTest() {
        super(new ProjectWrapper());
    }

    @Test
    void theProjectsOwn() {
        machine.file("gradlew");
        safely("gradle build -q", 127, "sh: 1: gradle: not found\n", "./gradlew build -q");
        notAtAll("mvn verify", 127, "sh: 1: mvn: not found\n");
        notAtAll("gradle build", 1, "BUILD FAILED\n");
    }
}
