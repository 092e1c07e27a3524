package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class MistypedTimezoneTest extends RuleTest {
    MistypedTimezoneTest() {
        super(new MistypedTimezone());
    }

    @Test
    void nearestZone() {
        machine.file("/usr/share/zoneinfo/Europe/Berlin")
                .file("/usr/share/zoneinfo/Europe/Paris")
                .file("/usr/share/zoneinfo/UTC");
        String said = "Failed to set time zone: Invalid or not installed time zone ";
        safely(
                "sudo timedatectl set-timezone Europe/Berln",
                1,
                said + "'Europe/Berln'\n",
                "sudo timedatectl set-timezone Europe/Berlin");
        safely(
                "timedatectl set-timezone europe/paris",
                1,
                said + "'europe/paris'\n",
                "timedatectl set-timezone Europe/Paris");
    }

    @Test
    void strangeOnesStay() {
        notAtAll(
                "timedatectl set-timezone Mars",
                1,
                "Failed to set time zone: Invalid or not installed time zone 'Mars'\n");
    }
}
