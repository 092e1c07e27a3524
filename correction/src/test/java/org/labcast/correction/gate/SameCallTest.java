package org.labcast.correction.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labcast.correction.FailedCommand;
import org.labcast.correction.FakeMachine;
import org.labcast.correction.effect.EffectTables;
import org.labcast.correction.shell.ParsedLine;

/** What changes something may run when it is the signed call itself, and never when it could be another one. */
final class SameCallTest {
    private final FakeMachine machine = new FakeMachine()
            .executables("docker", "docker-compose", "pip3", "git", "sed")
            .file("a.conf")
            .answer("git branch -a --no-color --no-column", "* feature\n  main\n  remotes/origin/main\n");

    private Verdict judge(String failed, String mended) {
        return new Prover(
                        new FailedCommand(failed, 1, "", "x"), ParsedLine.read(failed), machine, EffectTables.shipped())
                .judge(ParsedLine.read(mended), false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "docker compose up -d | docker-compose up -d",
                "sudo docker compose pull web | sudo docker-compose pull web",
                "pip install requests==2.31 | pip3 install requests==2.31",
                "sed -i 's/^Port 22/Port 2222' a.conf | sed -i 's/^Port 22/Port 2222/' a.conf",
                "sed -i 's#/old#/new/path' a.conf | sed -i 's#/old#/new/path#' a.conf",
                "git push | git push --set-upstream origin feature",
                "git push -q | git push --set-upstream origin feature -q",
            })
    void runs(String failed, String mended) {
        assertThat(judge(failed, mended)).isInstanceOf(Verdict.Proven.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "docker compose down -v | docker-compose down -v",
                "docker compose up -d | docker-compose up -d --force-recreate",
                "docker compose up -d web | docker-compose up -d db",
                "docker compose up -d | sudo docker-compose up -d",
                "pip install requests | pip3 install requests2",
                "pip install ./wheel | pip3 install ./wheel",
                "sed -i 's/a/b' a.conf | sed -i 's/a/b/' b.conf",
                "sed -i 's/a/b' a.conf | sed -i 's/a/b/e' a.conf",
                "sed -i 's/a/bg' a.conf | sed -i 's/a/bg/' a.conf",
                "sed -i 's/a;d/b' a.conf | sed -i 's/a;d/b/' a.conf",
                "sed -i 's/a b' a.conf | sed -i 's/a b//' a.conf",
                "sed -i 's/a/' a.conf | sed -i 's/a//' a.conf",
                "sed -i --follow-symlinks 's/a/x' a.conf | sed -i --follow-symlinks 's/a/x/' a.conf",
                "git push | git push --set-upstream origin main",
                "git push | git push --set-upstream evil feature",
                "git push --force | git push --set-upstream origin feature --force",
                "git push origin x | git push --set-upstream origin feature",
            })
    void isOnlyShown(String failed, String mended) {
        assertThat(judge(failed, mended)).isInstanceOf(Verdict.Unproven.class);
    }
}
