package org.labcast.agent.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labcast.model.GroupName;
import org.labcast.model.order.CorrectionPolicy;
import org.labcast.model.order.SudoPolicy;

class AgentConfTest {
    private static final String GOOD = """
            # a comment
            realm = lab
            host = lab-01
            groups = physics, east
            broker = tcp://broker:61616?sslEnabled=true
            user = host.lab-01
            publisher = ann
            """;

    @TempDir
    Path folder;

    private AgentConf read(String text) throws IOException {
        return AgentConf.read(Files.writeString(folder.resolve("agent.conf"), text));
    }

    @Test
    void readsSettingsAndDefaults() throws IOException {
        AgentConf conf = read(GOOD);

        assertThat(conf.identity().groups()).containsExactly(new GroupName("east"), new GroupName("physics"));
        assertThat(conf.url()).isEqualTo("tcp://broker:61616?sslEnabled=true");
        assertThat(conf.limits().corrections().most()).isEqualTo(CorrectionPolicy.SAFE);
        assertThat(conf.limits().presence()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void theHostMayKeepCorrectionsFromSudo() throws IOException {
        assertThat(read(GOOD).limits().corrections().sudo()).isEqualTo(SudoPolicy.AUTO);
        assertThat(read(GOOD + "sudo = yes\n").limits().corrections().sudo()).isEqualTo(SudoPolicy.AUTO);
        assertThat(read(GOOD + "sudo = no\n").limits().corrections().sudo()).isEqualTo(SudoPolicy.NO);
    }

    @ParameterizedTest
    @CsvSource({
        "colour = red, 'line 8: ''colour'' is not a setting; there are broker,'",
        "host = lab-02, 'line 8: host is set twice'",
        "correction = always, 'line 8: correction: this is off, suggest or safe'",
        "sudo = maybe, 'line 8: sudo: this is yes or no'",
        "presence-seconds = 99, 'line 8: presence-seconds: this is a whole number from 1 to 40'",
        "nonsense, 'line 8: ''nonsense'' is not a setting'"
    })
    void saysWhichLineIsWrong(String line, String complaint) {
        assertThatThrownBy(() -> read(GOOD + line + "\n"))
                .isInstanceOf(ConfException.class)
                .hasMessageContaining("agent.conf, " + complaint);
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> read(GOOD.replace("realm", "# realm"))).hasMessageContaining("realm is not set");
        assertThatThrownBy(() -> AgentConf.read(folder.resolve("none"))).hasMessageContaining("lab-agent join");
    }
}
