package org.labcast.correction.rule.line;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class UnclosedBracketTest extends RuleTest {
    UnclosedBracketTest() {
        super(new UnclosedBracket());
    }

    @Test
    void awk() {
        safely(
                "awk '{print $1' /etc/hosts",
                2,
                "awk: line 2: missing } near end of file\n",
                "awk '{print $1}' /etc/hosts");
        safely(
                "df -h | awk 'NR > 1 {print $5'",
                1,
                "awk: cmd. line:1: NR > 1 {print $5\nawk: cmd. line:1:                ^ unexpected newline or end of string\n",
                "df -h | awk 'NR > 1 {print $5}'");
        safely(
                "awk -F: '$3 > 999 {print \"{\" $1' /etc/passwd",
                2,
                "awk: line 2: missing } near end of file\n",
                "awk -F: '$3 > 999 {print \"{\" $1}' /etc/passwd");
    }

    @Test
    void otherTools() {
        safely(
                "jq '.items[] | {name' a.json",
                3,
                "jq: error: syntax error, unexpected end of file (Unix shell quoting issues?) at <top-level>, line 1:\n",
                "jq '.items[] | {name}' a.json");
        safely(
                "python3 -c 'print(6 * 7'",
                1,
                "  File \"<string>\", line 1\n    print(6 * 7\n         ^\nSyntaxError: '(' was never closed\n",
                "python3 -c 'print(6 * 7)'");
    }

    @Test
    void severalAreAGuess() {
        riskily(
                "awk '{print substr($1, 2' f",
                2,
                "awk: line 2: missing } near end of file\n",
                "awk '{print substr($1, 2)}' f");
    }

    @Test
    void nothingIsOpen() {
        notAtAll("awk '{print $1}' f", 2, "awk: line 2: missing } near end of file\n");
        notAtAll("awk 'print)' f", 2, "awk: line 2: missing } near end of file\n");
        notAtAll("awk '{print $1' f", 2, "awk: cannot open f (No such file or directory)\n");
    }
}
