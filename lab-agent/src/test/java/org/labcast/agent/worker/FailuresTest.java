package org.labcast.agent.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labcast.model.order.SudoPolicy;
import org.labcast.model.order.TaskOptions;

final class FailuresTest {
    private static TaskOptions options(String user, SudoPolicy sudo) {
        TaskOptions basis = TaskOptions.DEFAULT;
        return basis.toBuilder().user(user).sudo(sudo).build();
    }

    @ParameterizedTest(name = "user={0}, the job {1}, the host {2}: {3}")
    @CsvSource({
        "'',       AUTO, AUTO, AUTO",
        "'',       YES,  AUTO, YES",
        "'',       NO,   AUTO, NO",
        "'',       YES,  NO,   NO",
        "'',       AUTO, NO,   NO",
        "labadmin, AUTO, AUTO, NO",
        "labadmin, YES,  AUTO, NO",
        "root,     YES,  AUTO, NO",
    })
    void sudoNeedsJobAndHostAndNoUser(String user, SudoPolicy job, SudoPolicy host, SudoPolicy allowed) {
        assertThat(Failures.sudo(options(user, job), host)).isEqualTo(allowed);
    }
}
