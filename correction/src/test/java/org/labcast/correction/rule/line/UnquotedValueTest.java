package org.labcast.correction.rule.line;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class UnquotedValueTest extends RuleTest {
    UnquotedValueTest() {
        super(new UnquotedValue());
    }

    @Test
    void times() {
        safely(
                "journalctl --since 1 hour ago",
                1,
                "Failed to parse timestamp: 1\n",
                "journalctl --since \"1 hour ago\"");
        safely(
                "journalctl -u nginx --since=2 days ago --no-pager",
                1,
                "Failed to parse timestamp: 2\n",
                "journalctl -u nginx --since=\"2 days ago\" --no-pager");
        safely(
                "journalctl --since 2026-01-02 10:00",
                1,
                "Failed to add match '10:00': Invalid argument\n",
                "journalctl --since \"2026-01-02 10:00\"");
        safely("date -d 1 day ago", 1, "date: extra operand ‘day’\n", "date -d \"1 day ago\"");
        safely("date --date=next monday +%F", 1, "date: extra operand ‘monday’\n", "date --date=\"next monday\" +%F");
        safely(
                "find /var/log -newermt 2 hours ago -name '*.log'",
                1,
                "find: paths must precede expression: `hours'\n",
                "find /var/log -newermt \"2 hours ago\" -name '*.log'");
    }

    @Test
    void names() {
        safely(
                "useradd -m -c Ann Lee ann",
                2,
                "Usage: useradd [options] LOGIN\n       useradd -D\n",
                "useradd -m -c \"Ann Lee\" ann");
    }

    @Test
    void oneWord() {
        notAtAll("journalctl --since yesterday foo", 1, "Failed to add match 'foo': Invalid argument\n");
        notAtAll("date -d yesterday x", 1, "date: extra operand ‘x’\n");
        notAtAll("journalctl --since 1 hour ago", 1, "No journal files were found.\n");
    }
}
