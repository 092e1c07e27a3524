package org.labcast.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostSecretTest {
    @TempDir
    Path folder;

    @Test
    void aNameIsTheSameAfterARestartAndOnThisHostOnly() {
        String name = HostSecret.in(folder.resolve("secret")).nameOf("result/1");

        assertThat(HostSecret.in(folder.resolve("secret")).nameOf("result/1")).isEqualTo(name);
        assertThat(HostSecret.in(folder.resolve("secret")).nameOf("result/2")).isNotEqualTo(name);
        assertThat(HostSecret.in(folder.resolve("another")).nameOf("result/1")).isNotEqualTo(name);
        assertThat(name).matches("[0-9a-f]{64}");
    }

    @Test
    void onlyTheAgentReadsIt() throws Exception {
        HostSecret.in(folder.resolve("secret"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret"))))
                .isEqualTo("rw-------");
    }
}
