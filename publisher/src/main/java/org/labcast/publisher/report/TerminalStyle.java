package org.labcast.publisher.report;

import java.time.ZoneId;

/**
 * How text is to look.
 *
 * @param colour whether to mark with terminal colours
 * @param zone in which times are told
 */
public record TerminalStyle(boolean colour, ZoneId zone) {
    public static TerminalStyle plain(ZoneId zone) {
        return new TerminalStyle(false, zone);
    }
}
