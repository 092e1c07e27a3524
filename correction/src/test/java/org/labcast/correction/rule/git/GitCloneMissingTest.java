package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitCloneMissingTest extends RuleTest {
    GitCloneMissingTest() {
        super(new GitCloneMissing());
    }

    @Test
    void https() {
        safely(
                "https://git.example.org/some/tool.git",
                127,
                "sh: 1: https://git.example.org/some/tool.git: not found",
                "git clone https://git.example.org/some/tool.git");
    }

    @Test
    void ssh() {
        safely(
                "cd /opt && git@git.example.org:some/tool",
                127,
                "bash: git@git.example.org:some/tool: No such file or directory",
                "cd /opt && git clone git@git.example.org:some/tool");
    }

    @Test
    void perhapsNoRepository() {
        riskily(
                "https://example.org/some/page",
                127,
                "bash: https://example.org/some/page: No such file or directory",
                "git clone https://example.org/some/page");
    }

    @Test
    void argument() {
        notAtAll("curl https://git.example.org/some/tool.git", 22, "not found");
    }

    @Test
    void noAddress() {
        notAtAll("example.org/some/tool.git", 127, "bash: example.org/some/tool.git: No such file or directory");
    }
}
