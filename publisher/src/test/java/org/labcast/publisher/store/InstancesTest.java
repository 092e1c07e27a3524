package org.labcast.publisher.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.HostName;
import org.labcast.model.order.Target;
import org.labcast.model.result.Refusal;

/** Two machines with one key are told of; a machine that starts again, or is set up anew, is not. */
class InstancesTest {
    @TempDir
    Path folder;

    private TestLab lab;

    @BeforeEach
    void open() {
        lab = new TestLab(folder).enrol("lab-[01-02]");
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private void hear(String instance, String machine) {
        lab.pass(Duration.ofMinutes(1));
        lab.store
                .hosts()
                .seen(List.of(lab.presence("lab-01", false, "", Map.of("instance", instance, "machine", machine))));
    }

    private List<HostName> doubled() {
        return List.copyOf(lab.store.alerts().doubled());
    }

    @Test
    void restartsAndNewHardwareAreNoNews() {
        hear("a", "m");
        hear("a", "m");
        hear("b", "m");
        hear("c", "n");
        hear("c", "n");

        assertThat(doubled()).isEmpty();
    }

    @Test
    void whoComesBackAfterAnotherIsASecondMachine() {
        hear("a", "");
        hear("b", "");
        hear("a", "");

        assertThat(doubled()).containsExactly(new HostName("lab-01"));
        assertThat(lab.store.hosts().all()).extracting(KnownHost::doubled).containsExactly(true, false);
        lab.pass(Duration.ofDays(8));
        assertThat(doubled()).isEmpty();
    }

    /** Each of them restarts when it finds the other one connected. */
    @Test
    void machinesThatTakeTurnsAreFoundByTheirHardware() {
        hear("a", "m");
        hear("b", "n");
        hear("c", "m");

        assertThat(doubled()).containsExactly(new HostName("lab-01"));
    }

    @Test
    void anOldEntryThatIsShownAgainIsNoSecondMachine() {
        var old = lab.presence("lab-01", false, "", Map.of("instance", "a"));
        lab.store.hosts().seen(List.of(old));
        hear("b", "");
        lab.pass(Duration.ofMinutes(1));
        lab.store.hosts().seen(List.of(old));

        assertThat(doubled()).isEmpty();
    }

    @Test
    void theMachineThatIsKeptOutTells() {
        StoredJob job = lab.push(new Target.All(), "lab-[01-02]", "date");
        lab.store.alerts().record(lab.alert(job, "lab-02", Refusal.IDENTITY_IN_USE));

        assertThat(doubled()).containsExactly(new HostName("lab-02"));
    }
}
