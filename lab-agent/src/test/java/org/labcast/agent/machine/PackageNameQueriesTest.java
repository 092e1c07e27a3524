package org.labcast.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PackageNameQueriesTest {
    @Test
    void readsWhatEachManagerPrints() {
        assertThat(PackageNameQueries.ask("apt-get", query -> Optional.of("vim\nlibstdc++6\n\nvim\n")))
                .containsExactly("libstdc++6", "vim");
        assertThat(PackageNameQueries.ask("dnf", query -> Optional.of("bash\n\nzlib-ng\n")))
                .containsExactly("bash", "zlib-ng");
        assertThat(PackageNameQueries.ask("zypper", query -> Optional.of("""

                        S  | Name    | Summary          | Type
                        ---+---------+------------------+--------
                        i+ | bash    | The shell        | package
                           | zsh-htm | Shell | with bar | package
                        """))).containsExactly("bash", "zsh-htm");
        assertThat(PackageNameQueries.ask("apk", query -> Optional.of("\u001b[31m\nmusl\n")))
                .containsExactly("musl");
    }

    @Test
    void noManagerHasNoNames() {
        assertThat(PackageNameQueries.ask("", query -> Optional.of("a"))).isEmpty();
        assertThat(PackageNameQueries.ask("apt-get", query -> Optional.empty())).isEmpty();
    }

    @Test
    void isASetAsAnyOther() {
        NameSet names = PackageNameQueries.ask("pacman", query -> Optional.of("b\na\n"));

        assertThat(names.contains("a")).isTrue();
        assertThat(names.contains("c")).isFalse();
        assertThat(names).hasSize(2);
    }
}
