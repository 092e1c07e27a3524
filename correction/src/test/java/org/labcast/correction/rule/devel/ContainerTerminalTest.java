package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class ContainerTerminalTest extends RuleTest {
    ContainerTerminalTest() {
        super(new ContainerTerminal());
    }

    private static final String NO_TTY = "the input device is not a TTY\n";

    @Test
    void withoutTheLetter() {
        safely("docker exec -it web sh -c \"ls /\"", 1, NO_TTY, "docker exec -i web sh -c \"ls /\"");
        safely("docker run --rm -ti alpine date", 1, NO_TTY, "docker run --rm -i alpine date");
        safely("sudo docker exec -t web date", 1, NO_TTY, "sudo docker exec web date");
        safely("podman exec --tty web date", 1, NO_TTY, "podman exec web date");
    }

    @Test
    void compose() {
        safely("docker-compose exec db pg_isready", 1, NO_TTY, "docker-compose exec -T db pg_isready");
        safely("docker compose exec db pg_isready", 1, NO_TTY, "docker compose exec -T db pg_isready");
    }

    @Test
    void anOptionOfTheCommandInside() {
        notAtAll("docker exec web ls -t", 1, NO_TTY);
        notAtAll("ssh -t web date", 1, NO_TTY);
        notAtAll("docker exec -it web date", 1, "Error: No such container: web\n");
    }
}
