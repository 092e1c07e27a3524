package org.labcast.publisher.dispatch;

import org.labcast.model.HostSet;
import org.labcast.model.order.Target;

/**
 * Whom an order is for.
 *
 * @param target what is signed
 * @param expected the hosts from which an answer is awaited; never empty
 */
public record ResolvedTarget(Target target, HostSet expected) {}
