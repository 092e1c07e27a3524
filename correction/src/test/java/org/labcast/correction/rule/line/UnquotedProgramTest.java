package org.labcast.correction.rule.line;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class UnquotedProgramTest extends RuleTest {
    UnquotedProgramTest() {
        super(new UnquotedProgram());
    }

    @Test
    void programOfAwk() {
        safely(
                "awk {print $1} /etc/passwd",
                2,
                "awk: line 2: missing } near end of file\n",
                "awk '{print $1}' /etc/passwd");
        safely(
                "ls | awk -F: {print $1}",
                2,
                "awk: cmd. line:1: {print\nawk: cmd. line:1:       ^ unexpected newline or end of string\n",
                "ls | awk -F: '{print $1}'");
    }

    @Test
    void formatOfDate() {
        safely("date +%F %T", 1, "date: extra operand ‘%T’\n", "date '+%F %T'");
    }

    @Test
    void inQuotesAlready() {
        notAtAll("awk '{print $1' f", 2, "awk: line 2: missing } near end of file\n");
        notAtAll("date now then", 1, "date: extra operand 'then'\n");
    }
}
