package org.labcast.correction.rule.line;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class UnclosedQuoteTest extends RuleTest {
    UnclosedQuoteTest() {
        super(new UnclosedQuote());
    }

    private static final String DASH = "sh: 1: Syntax error: Unterminated quoted string\n";

    @Test
    void closedWithTheOtherKind() {
        safely("echo \"two words'", 2, DASH, "echo \"two words\"");
        safely("echo 'two words\"", 2, DASH, "echo \"two words\"");
        safely("echo 'cost $5\"", 2, DASH, "echo 'cost $5'");
    }

    @Test
    void oneWordHasOnePlaceToCloseIt() {
        safely("ls '/srv", 2, "bash: -c: line 1: unexpected EOF while looking for matching `''\n", "ls '/srv'");
    }

    @Test
    void whereItEndsIsAGuess() {
        riskily("curl \"a b c", 2, DASH, "curl \"a b c\"");
        riskily("echo don't panic", 2, DASH, "echo don\\'t panic");
        riskily("ls\necho \"two'", 2, DASH, "ls\necho \"two\"");
        notAtAll("echo 'a'", 1, "");
        notAtAll("echo '", 2, DASH);
    }

    @Test
    void whereverItEndsItOnlyLooks() {
        safely("grep \"a b c", 2, DASH, "grep \"a b c\"");
        safely("echo \"all is well", 2, DASH, "echo \"all is well\"");
    }

    @Test
    void pathBehindTheQuote() {
        machine.file("/etc/passwd").directory("/etc");
        safely(
                "grep -c \"root:x:0 /etc/passwd",
                2,
                "bash: -c: line 1: unexpected EOF while looking for matching `\"'\n",
                "grep -c \"root:x:0\" /etc/passwd");
        safely(
                "grep 'root /etc/passwd | wc -l",
                2,
                "sh: 1: Syntax error: Unterminated quoted string\n",
                "grep 'root' /etc/passwd | wc -l");
    }

    @Test
    void theOtherKindMayCloseItWithinTheLine() {
        riskily("grep -r \"max size' conf", 2, DASH, "grep -r \"max size\" conf", "grep -r \"max size' conf\"");
        riskily("grep '$HOME\" conf", 2, DASH, "grep '$HOME' conf", "grep '$HOME\" conf'");
        safely("echo \"it's late", 2, DASH, "echo \"it's late\"");
    }
}
