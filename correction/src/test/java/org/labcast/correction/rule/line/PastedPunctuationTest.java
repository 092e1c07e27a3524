package org.labcast.correction.rule.line;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class PastedPunctuationTest extends RuleTest {
    PastedPunctuationTest() {
        super(new PastedPunctuation());
    }

    @Test
    void dashesAndQuotes() {
        safely("ls –l", 2, "ls: cannot access '–l': No such file or directory\n", "ls -l");
        safely("grep “two words” f", 2, "x", "grep \"two words\" f");
        safely("ls —x", 2, "x", "ls -x");
        safely("df –human-readable", 1, "x", "df --human-readable");
    }

    @Test
    void whatIsQuotedStays() {
        notAtAll("echo \"it’s\" && false", 1, "");
    }

    @Test
    void invisibleOnesGo() {
        safely("\ufeffls -l", 127, "sh: 1: \ufeffls: not found\n", "ls -l");
        safely("ls \u200b-l", 2, "ls: cannot access '\u200b-l': No such file or directory\n", "ls -l");
    }
}
