package org.labcast.services.client;

import org.labcast.model.HostName;

/**
 * How a call ended well.
 *
 * @param exitCode of the tool
 * @param capped bytes of output that are missing because there were more than the description allows
 * @param note what a person wants to know besides, such as that {@code Post} failed; may be empty
 */
public record CallStatus(HostName host, int exitCode, long capped, String note) {}
