package org.labcast.model.order;

import org.labcast.model.OrderId;

/** What an administrator may send to hosts; always signed. */
public sealed interface Order permits Job, Cancel, Ping, Fetch {
    Header header();

    default OrderId id() {
        return header().id();
    }
}
