package org.labcast.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessQueriesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "apt-get --help",
                "docker image --help",
                "kubectl config view --help",
                "git branch -a --no-color --no-column",
                "npm run-script",
                "pkgfile -b -v llc",
                "pyenv commands",
                "ip -o link",
                "apt-cache search --names-only ^vim$",
            })
    void asksWhatOnlyLooks(String query) {
        assertThat(HarmlessQueries.find(query))
                .hasValueSatisfying(
                        it -> assertThat(String.join(" ", it.command())).isEqualTo(query));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm --help",
                "reboot --help",
                "./ls --help",
                "/tmp/ls --help",
                "ls  --help",
                "ls --help ",
                "ls; reboot --help",
                "ls --help\nreboot",
                "docker $(reboot) --help",
                "docker -H tcp://x --help",
                "docker a b c --help",
                "git reboot --help",
                "find / -delete",
                "git branch -a --no-color --no-column -D main",
                "pkgfile -b -v -u",
                "pkgfile -b -v x;y",
                "lsof -i :80 -t",
                "lsof -i :123456",
                "apt-cache search --names-only ^vim$ x",
                "gradle tasks",
                "gulp --tasks",
                "npm run-script build",
                "",
            })
    void asksNothingElse(String query) {
        assertThat(HarmlessQueries.find(query)).isEmpty();
    }

    @Test
    void asksInAWayThatNeitherPagesNorWaitsForTheNetwork() {
        assertThat(HarmlessQueries.find("git branch --help")).contains(Query.help("git", "branch", "-h"));
        assertThat(HarmlessQueries.find("lsof -i :8080")).contains(Query.anywhere("lsof", "-nP", "-i", ":8080"));
    }
}
