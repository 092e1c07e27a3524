package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitHttpsTest extends RuleTest {
    GitHttpsTest() {
        super(new GitHttps());
    }

    @Test
    void noKey() {
        safely(
                "git clone git@github.com:some/tool.git /opt/tool",
                128,
                "Cloning into '/opt/tool'...\ngit@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.",
                "git clone https://github.com/some/tool.git /opt/tool");
    }

    @Test
    void noProtocol() {
        safely(
                "git clone github.com/some/tool",
                128,
                "fatal: repository 'github.com/some/tool' does not exist",
                "git clone https://github.com/some/tool");
    }

    @Test
    void deadProtocol() {
        safely(
                "git clone git://gitlab.com/some/tool.git",
                128,
                "Cloning into 'tool'...\nfatal: unable to connect to gitlab.com:\n",
                "git clone https://gitlab.com/some/tool.git");
    }

    @Test
    void another() {
        notAtAll(
                "git clone git@git.example.org:some/tool.git",
                128,
                "git@git.example.org: Permission denied (publickey).");
    }
}
