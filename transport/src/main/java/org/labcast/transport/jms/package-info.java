/** How signed bytes travel over the broker; the only place that knows Jakarta Messaging. */
@NullMarked
package org.labcast.transport.jms;

import org.jspecify.annotations.NullMarked;
