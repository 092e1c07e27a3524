package org.labcast.correction.rule.general;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Risk;

final class SuggestedWordTest extends RuleTest {
    SuggestedWordTest() {
        super(new SuggestedWord());
    }

    @Test
    void toolsHintIsTaken() {
        safely(
                "git stauts",
                1,
                "git: 'stauts' is not a git command. See 'git --help'.\n\nThe most similar command is\n	status\n",
                "git status");
        safely("pip3 lst", 1, "ERROR: unknown command \"lst\" - maybe you meant \"list\"\n", "pip3 list");
        safely(
                "cargo buld",
                101,
                "error: no such command: `buld`\n\nhelp: a command with a similar name exists: `build`\n\nhelp: view all installed commands with `cargo --list`\n",
                "cargo build");
        safely(
                "npm tst",
                1,
                "Unknown command: \"tst\"\n\nDid you mean this?\n    npm test # Test a package\n\nTo see a list of supported npm commands, run:\n  npm help\n",
                "npm test");
    }

    @Test
    void toolsSayItInManyWays() {
        safely("cargo buid", 101, "No such subcommand\n\n        Did you mean `build`?\n", "cargo build");
        safely(
                "rustup updte",
                1,
                "error: unrecognized subcommand 'updte'\n\n  tip: a similar subcommand exists: 'update'\n",
                "rustup update");
        safely(
                "conda isntall x",
                1,
                "CommandNotFoundError: No command 'conda isntall'.\nDid you mean 'conda install'?\n",
                "conda install x");
        safely(
                "kubectl gett pods",
                1,
                "error: unknown command \"gett\" for \"kubectl\"\n\nDid you mean this?\n\tget\n",
                "kubectl get pods");
        safely(
                "composer isntall",
                1,
                "\n                                   \n  Command \"isntall\" is not defined.  \n  Did you mean this?       \n      install     \n\n",
                "composer install");
        safely(
                "heroku confg",
                1,
                " ▸    confg is not a heroku command.\n ▸    Perhaps you meant config?\n ▸    Run heroku _ to run heroku config.\n",
                "heroku config");
        safely(
                "hdfs dfs ls /data",
                1,
                "ls: Unknown command\nDid you mean -ls?  This command begins with a dash.\n",
                "hdfs dfs -ls /data");
        safely("yarn ls --depth=0", 1, "error Did you mean `yarn list`?\n", "yarn list --depth=0");
        safely(
                "az gruop list",
                2,
                "az: 'gruop' is not in the 'az' command group. See 'az --help'.\n\nThe most similar choice to 'gruop' is:\n    group\n",
                "az group list");
        safely(
                "aws s3 lss",
                2,
                "usage: aws [options]\naws: error: argument subcommand: Invalid choice: 'lss', maybe you meant:\n\n  * ls\n",
                "aws s3 ls");
        safely(
                "gcloud compue instances list",
                2,
                "ERROR: (gcloud) Invalid choice: 'compue'.\nMaybe you meant:\n  gcloud compute\n\nTo search the help text, run gcloud help SEARCH_TERMS\n",
                "gcloud compute instances list");
        safely(
                "systemctl restrt nginx",
                1,
                "Unknown command verb 'restrt', did you mean 'restart'?\n",
                "systemctl restart nginx");
        safely(
                "gcc -Wal x.c",
                1,
                "gcc: error: unrecognized command-line option '-Wal'; did you mean '-Wall'?\n",
                "gcc -Wall x.c");
        safely("bundle isntall", 15, "Could not find command \"isntall\".\nDid you mean?  install\n", "bundle install");
        safely(
                "npm run buidl",
                1,
                "npm ERR! Missing script: \"buidl\"\nnpm ERR! \nnpm ERR! Did you mean this?\nnpm ERR!     npm run build # run the \"build\" package script\nnpm ERR! \nnpm ERR! To see a list of scripts, run:\nnpm ERR!   npm run\n",
                "npm run build");
        safely(
                "npm buidl",
                1,
                "npm error Unknown command: \"buidl\"\nnpm error\nnpm error Did you mean this?\nnpm error   npm run build # run the \"build\" package script\nnpm error\n",
                "npm run build");
    }

    @Test
    void theClearlyNearestOfSeveralComesFirst() {
        String said =
                "git: 'brnch' is not a git command. See 'git --help'.\n\nThe most similar commands are\n\tbisect\n\tbranch\n";
        assertThat(corrections("git brnch", 1, said))
                .extracting(Correction::command, Correction::risk)
                .containsExactly(tuple("git branch", Risk.SAFE), tuple("git bisect", Risk.RISKY));
    }

    @Test
    void severalAreOnlyShown() {
        riskily(
                "hg sta",
                255,
                "hg: unknown command 'sta'\n(did you mean one of strip, start?)\n",
                "hg start",
                "hg strip");
        riskily("hg re", 255, "hg: command 're' is ambiguous:\n    rebase revert\n", "hg rebase", "hg revert");
        riskily(
                "tsuru log",
                1,
                "tsuru: \"log\" is not a tsuru command. See \"tsuru help\".\n\nDid you mean?\n\tapp-log\n\tlogin\n\tlogout\n",
                "tsuru login",
                "tsuru logout",
                "tsuru app-log");
    }

    @Test
    void aHintAboutAFilesTextIsNotAboutTheCommand() {
        notAtAll("gcc main.c", 1, "main.c:3:5: error: 'prinft' undeclared; did you mean 'printf'?\n");
        notAtAll("python3 foo.py", 1, "NameError: name 'fo' is not defined. Did you mean: 'foo'?\n");
    }

    @Test
    void onlyTheCommandThatComplainedIsMended() {
        safely(
                "cat log; heroku log",
                1,
                " ▸    log is not a heroku command.\n ▸    Perhaps you meant logs?\n",
                "cat log; heroku logs");
    }

    @Test
    void aHintIsNotACommandLine() {
        notAtAll("git x1", 1, "git: 'x1' is not a git command.\n\nThe most similar command is\n	status; rm -rf /\n");
    }

    @Test
    void theQuotedWordIsMeantNotTheOnesAround() {
        safely(
                "az vm lst -g lab",
                2,
                "az vm: 'lst' is not in the 'az vm' command group. See 'az vm --help'.\n\nThe most similar choice to 'lst' is:\n    list\n",
                "az vm list -g lab");
    }

    @Test
    void anAbbreviationOfAllKeepsTheirOrder() {
        riskily(
                "hg b",
                255,
                "hg: command 'b' is ambiguous:\n    backout bisect blame bookmarks branch\n",
                "hg backout",
                "hg bisect",
                "hg blame",
                "hg bookmarks",
                "hg branch");
    }
}
