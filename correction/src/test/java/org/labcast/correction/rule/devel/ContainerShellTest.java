package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class ContainerShellTest extends RuleTest {
    ContainerShellTest() {
        super(new ContainerShell());
    }

    private static final String NO_BASH =
            "OCI runtime exec failed: exec failed: unable to start container process: exec: \"bash\":"
                    + " executable file not found in $PATH: unknown\n";

    @Test
    void theShellThatIsThere() {
        safely("docker exec web bash -c id", 126, NO_BASH, "docker exec web sh -c id");
        safely("kubectl exec web -- bash -c 'ls /srv'", 126, NO_BASH, "kubectl exec web -- sh -c 'ls /srv'");
        safely(
                "docker run alpine /bin/bash -c date",
                127,
                "docker: Error response from daemon: exec: \"/bin/bash\": stat /bin/bash: no such file or directory: unknown.\n",
                "docker run alpine /bin/sh -c date");
        safely(
                "podman exec web bash -c id",
                127,
                "Error: crun: executable file `bash` not found in $PATH: No such file or directory: OCI runtime attempted to invoke a command that was not found\n",
                "podman exec web sh -c id");
    }

    @Test
    void textForBash() {
        riskily("docker exec web bash -c '[[ -d /srv ]]'", 126, NO_BASH, "docker exec web sh -c '[[ -d /srv ]]'");
        riskily("docker exec web bash -lc id", 126, NO_BASH, "docker exec web sh -lc id");
    }

    @Test
    void anotherProgramIsMissing() {
        notAtAll("docker exec web zsh -c id", 126, NO_BASH.replace("bash", "zsh"));
        notAtAll("docker exec web bash -c id", 1, "Error: No such container: web\n");
    }
}
