/** The connection to the broker: made, kept, and made again; and the entry in the list of hosts that lives by it. */
@NullMarked
package org.labcast.agent.link;

import org.jspecify.annotations.NullMarked;
