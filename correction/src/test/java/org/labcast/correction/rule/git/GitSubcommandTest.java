package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitSubcommandTest extends RuleTest {
    GitSubcommandTest() {
        super(new GitSubcommand());
    }

    @Test
    void nearestInTheUsage() {
        safely(
                "git remote shwo origin",
                129,
                "error: unknown subcommand: `shwo'\nusage: git remote [-v | --verbose]\n   or: git remote add [-t <branch>] [-m <master>] [-f] <name> <url>\n   or: git remote rename [--[no-]progress] <old> <new>\n   or: git remote remove <name>\n   or: git remote [-v | --verbose] show [-n] <name>\n   or: git remote set-url --delete <name> <url>\n",
                "git remote show origin");
    }

    @Test
    void calledOtherwise() {
        riskily(
                "git remote delete origin",
                129,
                "error: unknown subcommand: `delete'\nusage: git remote [-v | --verbose]\n   or: git remote add [-t <branch>] [-m <master>] [-f] <name> <url>\n   or: git remote rename [--[no-]progress] <old> <new>\n   or: git remote remove <name>\n   or: git remote [-v | --verbose] show [-n] <name>\n   or: git remote set-url --delete <name> <url>\n",
                "git remote remove origin");
    }

    @Test
    void withoutAWord() {
        riskily("git remote delete origin", 1, "", "git remote remove origin");
    }

    @Test
    void oldUsageOfBisect() {
        riskily(
                "git bisect resett",
                1,
                "usage: git bisect [help|start|bad|good|new|old|terms|skip|next|reset|visualize|view|replay|log|run]",
                "git bisect reset");
    }

    @Test
    void currentUsageOfBisect() {
        safely(
                "git bisect strat",
                129,
                "error: unknown subcommand: `strat'\nusage: git bisect--helper --bisect-reset [<commit>]\n   or: git bisect--helper --bisect-next\n",
                "git bisect start");
    }

    @Test
    void stash() {
        safely(
                "git stash lst",
                128,
                "fatal: subcommand wasn't specified; 'push' can't be assumed due to unexpected token 'lst'",
                "git stash list");
    }

    @Test
    void clearingIsForAPerson() {
        riskily(
                "git stash claer",
                128,
                "fatal: subcommand wasn't specified; 'push' can't be assumed due to unexpected token 'claer'",
                "git stash clear");
    }

    @Test
    void message() {
        riskily(
                "git stash half of it",
                128,
                "fatal: subcommand wasn't specified; 'push' can't be assumed due to unexpected token 'half'",
                "git stash push -m 'half of it'");
    }

    @Test
    void messageOfOldGit() {
        riskily(
                "git stash half of it",
                1,
                "usage: git stash list [<options>]\n   or: git stash [save [--patch] [-k|--[no-]keep-index] [-q|--quiet]\n   or: git stash clear\n",
                "git stash save half of it");
    }

    @Test
    void knownVerbWronglyCalled() {
        notAtAll("git remote add up", 129, "usage: git remote add [<options>] <name> <url>\n");
    }
}
