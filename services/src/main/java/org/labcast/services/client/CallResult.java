package org.labcast.services.client;

import java.util.List;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;

/**
 * What came of a call.
 *
 * @param out standard output
 * @param err standard error
 * @param exitCode of the tool
 * @param capped bytes of output that are missing because there were more than the description allows
 */
public record CallResult(HostName host, Bytes out, Bytes err, int exitCode, long capped) {
    /** Standard output as text, UTF-8. */
    public String text() {
        return out.text();
    }

    /** Standard output line by line. */
    public List<String> lines() {
        return out.text().lines().toList();
    }
}
