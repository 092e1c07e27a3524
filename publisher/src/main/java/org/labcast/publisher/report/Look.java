package org.labcast.publisher.report;

import java.time.ZoneId;

/**
 * How text is to look.
 *
 * @param colour whether to mark with terminal colours
 * @param zone in which times are told
 */
public record Look(boolean colour, ZoneId zone) {
    public static Look plain(ZoneId zone) {
        return new Look(false, zone);
    }
}
