/** From the ledger to the publishers: every result until the broker has confirmed it. */
@NullMarked
package org.labcast.agent.outbox;

import org.jspecify.annotations.NullMarked;
