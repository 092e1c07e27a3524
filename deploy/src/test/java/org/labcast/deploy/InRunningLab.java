package org.labcast.deploy;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Gives tests the one {@link RunningLab} that all classes share, everything in it on; failures come with its logs. */
final class InRunningLab implements ParameterResolver, BeforeEachCallback, TestExecutionExceptionHandler {
    private static RunningLab lab(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(RunningLab.class, key -> new RunningLab(), RunningLab.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningLab.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return lab(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        lab(context).bringUp();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        failure.addSuppressed(new RunningLab.Logs(lab(context).logs()));
        lab(context).cancelOpenJobs();
        throw failure;
    }
}
