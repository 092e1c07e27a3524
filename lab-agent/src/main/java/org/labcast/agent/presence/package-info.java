/** This host's entry in the list of hosts. */
@NullMarked
package org.labcast.agent.presence;

import org.jspecify.annotations.NullMarked;
