package org.labcast.correction.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.labcast.correction.Corrector;
import org.labcast.correction.FailedCommand;
import org.labcast.correction.FakeMachine;
import org.labcast.correction.Machine;
import org.labcast.correction.NameKind;
import org.labcast.model.order.SudoPolicy;
import org.labcast.model.result.Risk;

/** Failures after which nothing may run unattended: {@code harm.jsonl}, with the reason for each. */
final class HarmTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Corrector CORRECTOR = new Corrector((rule, on, cause) -> {
        throw new AssertionError(rule + " crashed on " + on, cause);
    });

    static Stream<JsonNode> cases() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(HarmTest.class.getResourceAsStream("harm.jsonl"))) {
            for (String line : new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList()) {
                cases.add(JSON.readTree(line));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void nothingRunsUnattended(JsonNode one) {
        SudoPolicy sudo = one.path("sudo").asBoolean(true) ? SudoPolicy.AUTO : SudoPolicy.NO;
        FailedCommand failed = new FailedCommand(
                one.get("command").asText(),
                one.path("exit").asInt(1),
                "",
                one.path("output").asText(),
                sudo);
        assertThat(CORRECTOR.suggest(failed, machine(one)))
                .as(one.get("why").asText())
                .allSatisfy(it -> assertThat(it.risk()).as(it.toString()).isEqualTo(Risk.RISKY));
    }

    private static FakeMachine machine(JsonNode one) {
        FakeMachine machine = new FakeMachine()
                .executables(
                        ("ls cat grep sort find tar git ip ss ps systemctl apt-get apt dpkg mount umount cp mv rm chmod chown mytool dropdb redis-cli"
                                        + " mysql psql mke2fs badblocks terraform cleanup kubectl docker journalctl sh bash curl useradd")
                                .split(" "))
                .machine(new Machine("debian", "apt-get", one.path("user").asText("labadmin"), true));
        one.path("files").forEach(file -> machine.file(file.asText()));
        one.path("directories").forEach(folder -> machine.directory(folder.asText()));
        one.path("packages").forEach(name -> machine.names(NameKind.PACKAGES, name.asText()));
        one.path("units").forEach(name -> machine.names(NameKind.UNITS, name.asText()));
        one.path("users").forEach(name -> machine.names(NameKind.USERS, name.asText()));
        one.path("groups").forEach(name -> machine.names(NameKind.GROUPS, name.asText()));
        return machine;
    }
}
