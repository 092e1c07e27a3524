package org.labcast.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.host.Facts;

final class FactsCollectorTest {
    @TempDir
    Path root;

    @Test
    void readsWhatProcAndOsReleaseSay() throws IOException {
        write("proc/sys/kernel/hostname", "lab-01.example.org\n");
        write("proc/sys/kernel/osrelease", "6.1.0-28-amd64\n");
        write("proc/meminfo", "MemTotal:        8046572 kB\nMemFree: 1 kB\n");
        write("etc/os-release", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nVERSION_ID=\"12\"\nID=debian\n");
        Facts facts = collect();
        assertThat(facts.values())
                .containsEntry("hostname", "lab-01.example.org")
                .containsEntry("kernel", "6.1.0-28-amd64")
                .containsEntry("memory_mb", 7857L)
                .containsEntry("os", "debian")
                .containsEntry("os_version", "12")
                .containsEntry("os_name", "Debian GNU/Linux 12 (bookworm)")
                .containsEntry("groups", "desks room-1")
                .containsKeys("arch", "cores");
    }

    @Test
    void namesTheStartAndTheHardware() throws IOException {
        write("sys/class/dmi/id/product_uuid", "4c4c4544-0042\n");
        write("etc/machine-id", "0123\n");
        Facts first = collect();
        Facts second = collect();
        assertThat(second.text("machine")).hasSize(16).isEqualTo(first.text("machine"));
        assertThat(second.text("instance")).isNotEqualTo(first.text("instance"));
        write("sys/class/dmi/id/product_uuid", "4c4c4544-0043\n");
        assertThat(collect().text("machine")).isNotEqualTo(first.text("machine"));
    }

    @Test
    void leavesOutWhatCannotBeRead() {
        assertThat(collect().values())
                .containsEntry("host", "lab-01")
                .containsEntry("agent_version", "0.1.0")
                .doesNotContainKeys("os", "kernel", "memory_mb");
    }

    private Facts collect() {
        TreeSet<GroupName> groups = new TreeSet<>(List.of(new GroupName("room-1"), new GroupName("desks")));
        return new FactsCollector(root, new HostName("lab-01"), groups, "0.1.0").collect();
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
