/** The connection to the broker: made, kept, and made anew. */
@NullMarked
package org.labcast.agent.link;

import org.jspecify.annotations.NullMarked;
