package org.labcast.services.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.labcast.model.Ending;
import org.labcast.model.HostName;
import org.labcast.model.service.CallId;
import org.labcast.model.service.PortName;
import org.labcast.model.service.ServiceReply.Ended;

class EndingsTest {
    private static Conclusion conclusion(Ending ending, boolean anyExit, String note, String errors) {
        Ended ended = new Ended(
                TestHost.REALM, CallId.random(), new HostName("lab-01"), CallId.random(), ending, 0, 7, 0, note);
        return Endings.conclusion(new PortName("Ports", "scan"), ended, anyExit, errors);
    }

    @Test
    void aGoodEndTellsWhatIsMissing() {
        assertThat(conclusion(new Ending.Exited(0), false, "Post failed.", ""))
                .isEqualTo(new Conclusion(new HostName("lab-01"), 0, 7, "Post failed."));
    }

    @Test
    void anExitCodeIsAFailureUnlessItIsTheResult() {
        assertThat(conclusion(new Ending.Exited(3), true, "", "").exitCode()).isEqualTo(3);
        assertThatThrownBy(() -> conclusion(new Ending.Exited(3), false, "", "a\nno such \u001b[2J network\n"))
                .isInstanceOfSatisfying(
                        ToolFailedException.class,
                        failed -> assertThat(failed.exitCode()).isEqualTo(3))
                .hasMessage("Ports.scan on lab-01: exit 3: no such \\x1b[2J network");
    }

    @Test
    void otherEndsAreOfTheirOwnKinds() {
        assertThatThrownBy(() -> conclusion(new Ending.Signalled(9), true, "", ""))
                .isInstanceOfSatisfying(
                        ToolFailedException.class,
                        failed -> assertThat(failed.exitCode()).isEqualTo(137));
        assertThatThrownBy(() -> conclusion(new Ending.NotStarted("no such user"), true, "", ""))
                .isInstanceOfSatisfying(
                        ToolFailedException.class,
                        failed -> assertThat(failed.exitCode()).isEqualTo(-1));
        assertThatThrownBy(() -> conclusion(new Ending.TimedOut(Duration.ofSeconds(9)), true, "", ""))
                .isInstanceOf(CallTimedOutException.class);
        assertThatThrownBy(() -> conclusion(new Ending.Cancelled(), true, "", ""))
                .isInstanceOf(CallCancelledException.class);
        assertThatThrownBy(() -> conclusion(new Ending.Interrupted(), true, "The agent stops.", ""))
                .isInstanceOf(ProviderLostException.class)
                .hasMessageStartingWith("Ports.scan on lab-01: interrupted (The agent stops);");
    }
}
