package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class DockerComposeTest extends RuleTest {
    DockerComposeTest() {
        super(new DockerCompose());
    }

    @Test
    void theOneThatIsHere() {
        machine.executables("docker");
        safely(
                "sudo docker-compose up -d",
                1,
                "sudo: docker-compose: command not found\n",
                "sudo docker compose up -d");
        notAtAll("docker compose up", 1, "docker: 'compose' is not a docker command.\n");
        machine.executables("docker-compose");
        safely(
                "docker compose up",
                1,
                "docker: 'compose' is not a docker command.\nSee 'docker --help'\n",
                "docker-compose up");
        safely("docker compose up -d", 125, "unknown shorthand flag: 'd' in -d\n", "docker-compose up -d");
        notAtAll("docker compose up", 1, "no configuration file provided: not found\n");
    }
}
