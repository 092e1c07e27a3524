package org.labcast.deploy;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import com.github.dockerjava.api.exception.NotFoundException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/**
 * A test that needs Docker and the images of {@code deploy/containers/build-images}. Whoever has neither may still run
 * {@code mvn verify}: the test is then skipped and says what was missing. {@code .ci/run} refuses skipped ones.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsLab.Condition.class)
@interface NeedsLab {
    /** Looks for Docker and the image, never pulls. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            String missing = missing();
            if (missing.isEmpty()) {
                return enabled("Docker and the images are there");
            }
            System.err.println("Skipped " + context.getDisplayName() + ": " + missing);
            return disabled(missing);
        }

        private static String missing() {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return "no Docker answers; start it to run the end-to-end tests.";
            }
            try {
                DockerClientFactory.lazyClient().inspectImageCmd(Lab.IMAGE).exec();
                return "";
            } catch (NotFoundException e) {
                return "the image " + Lab.IMAGE + " is missing; run deploy/containers/build-images.";
            }
        }
    }
}
