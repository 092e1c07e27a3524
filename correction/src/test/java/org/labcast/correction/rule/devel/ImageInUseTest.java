package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class ImageInUseTest extends RuleTest {
    ImageInUseTest() {
        super(new ImageInUse());
    }

    @Test
    void theContainerGoesFirst() {
        riskily(
                "docker image rm lab",
                1,
                "Error response from daemon: conflict: unable to delete 0f1e2d3c4b5a (cannot be forced) - image is being used by running container a1b2c3d4e5f6\n",
                "docker container rm -f a1b2c3d4e5f6 && docker image rm lab");
        notAtAll("docker image rm lab", 1, "Error: No such image: lab\n");
    }
}
