package org.labcast.deploy;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that needs programs of other Debian packages; who has not installed them gets it skipped, as with {@link NeedsLab}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsProgram.Condition.class)
@interface NeedsProgram {
    /** Their paths. */
    String[] value();

    /** Looks for the programs. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Arrays.stream(context.getRequiredTestClass()
                            .getAnnotation(NeedsProgram.class)
                            .value())
                    .filter(program -> !Files.isExecutable(Path.of(program)))
                    .findFirst()
                    .map(missing -> skipped(context, missing + " is missing; install its package to run these tests."))
                    .orElseGet(() -> enabled("all programs are there"));
        }

        private static ConditionEvaluationResult skipped(ExtensionContext context, String why) {
            System.err.println("Skipped " + context.getDisplayName() + ": " + why);
            return disabled(why);
        }
    }
}
