package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitOptionTest extends RuleTest {
    GitOptionTest() {
        super(new GitOption());
    }

    @Test
    void nearestInTheUsage() {
        safely(
                "git status --shrt",
                129,
                "error: unknown option `shrt'\nusage: git status [<options>] [--] [<pathspec>...]\n\n    -v, --verbose         be verbose\n    -s, --short           show status concisely\n    --show-stash          show stash information\n",
                "git status --short");
    }

    @Test
    void valueStays() {
        safely("git log -n5 --autor=ann", 128, "fatal: unrecognized argument: --autor=ann", "git log -n5 --author=ann");
    }

    @Test
    void diffPrintsNoUsage() {
        safely("git diff --cachd", 129, "error: invalid option: --cachd", "git diff --cached");
    }

    @Test
    void beforeTheVerb() {
        safely(
                "git --no-pagre log",
                129,
                "unknown option: --no-pagre\nusage: git [-v | --version] [-h | --help] [-C <path>] [-c <name>=<value>]\n           [-p | --paginate | -P | --no-pager] [--no-replace-objects] [--bare]\n",
                "git --no-pager log");
    }

    @Test
    void forceIsForAPerson() {
        riskily(
                "git push --froce",
                129,
                "error: unknown option `froce'\nusage: git push [<options>] [<repository> [<refspec>...]]\n\n    -f, --force           force updates\n",
                "git push --force");
    }

    @Test
    void otherCase() {
        riskily(
                "git branch -A",
                129,
                "error: unknown switch `A'\nusage: git branch [<options>] [-r | -a] [--merged] [--no-merged]\n    -a, --all             list both remote-tracking and local branches\n",
                "git branch -a");
    }

    @Test
    void nothingNear() {
        notAtAll(
                "git status -y",
                129,
                "error: unknown switch `y'\nusage: git status [<options>]\n    -s, --short           show status concisely\n");
    }
}
