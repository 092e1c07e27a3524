package org.labcast.services.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.labcast.model.HostName;
import org.labcast.model.result.Ending;
import org.labcast.model.service.CallId;
import org.labcast.model.service.PortName;
import org.labcast.model.service.ServiceReply.Ended;
import org.labcast.services.client.CallCancelledException;
import org.labcast.services.client.CallStatus;
import org.labcast.services.client.CallTimedOutException;
import org.labcast.services.client.ProviderLostException;
import org.labcast.services.client.ToolFailedException;

class CallOutcomesTest {
    private static CallStatus status(Ending ending, boolean anyExit, String note, String errors) {
        Ended ended = new Ended(
                TestHost.REALM, CallId.random(), new HostName("lab-01"), CallId.random(), ending, 0, 7, 0, note);
        return CallOutcomes.status(new PortName("Ports", "scan"), ended, anyExit, errors);
    }

    @Test
    void aGoodEndTellsWhatIsMissing() {
        assertThat(status(new Ending.Exited(0), false, "Post failed.", ""))
                .isEqualTo(new CallStatus(new HostName("lab-01"), 0, 7, "Post failed."));
    }

    @Test
    void anExitCodeIsAFailureUnlessItIsTheResult() {
        assertThat(status(new Ending.Exited(3), true, "", "").exitCode()).isEqualTo(3);
        assertThatThrownBy(() -> status(new Ending.Exited(3), false, "", "a\nno such \u001b[2J network\n"))
                .isInstanceOfSatisfying(
                        ToolFailedException.class,
                        failed -> assertThat(failed.exitCode()).isEqualTo(3))
                .hasMessage("Ports.scan on lab-01: exit 3: no such \\x1b[2J network");
    }

    @Test
    void otherEndsAreOfTheirOwnKinds() {
        assertThatThrownBy(() -> status(new Ending.Signalled(9), true, "", ""))
                .isInstanceOfSatisfying(
                        ToolFailedException.class,
                        failed -> assertThat(failed.exitCode()).isEqualTo(137));
        assertThatThrownBy(() -> status(new Ending.NotStarted("no such user"), true, "", ""))
                .isInstanceOfSatisfying(
                        ToolFailedException.class,
                        failed -> assertThat(failed.exitCode()).isEqualTo(-1));
        assertThatThrownBy(() -> status(new Ending.TimedOut(Duration.ofSeconds(9)), true, "", ""))
                .isInstanceOf(CallTimedOutException.class);
        assertThatThrownBy(() -> status(new Ending.Cancelled(), true, "", ""))
                .isInstanceOf(CallCancelledException.class);
        assertThatThrownBy(() -> status(new Ending.Interrupted(), true, "The agent stops.", ""))
                .isInstanceOf(ProviderLostException.class)
                .hasMessageStartingWith("Ports.scan on lab-01: interrupted (The agent stops);");
    }
}
