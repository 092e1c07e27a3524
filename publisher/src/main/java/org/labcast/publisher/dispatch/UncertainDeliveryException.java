package org.labcast.publisher.dispatch;

import org.labcast.model.LabcastException;
import org.labcast.model.OrderId;
import org.labcast.transport.jms.SendException;

/** The broker went away while it was to take a job: all of the job is there, or nothing. */
public final class UncertainDeliveryException extends LabcastException {
    UncertainDeliveryException(OrderId job, SendException cause) {
        super(
                cause.getMessage() + " When the broker is back, 'publisher repost " + job
                        + "' posts the job again (hosts run it once), 'publisher cancel " + job + "' stops it.",
                cause);
    }
}
