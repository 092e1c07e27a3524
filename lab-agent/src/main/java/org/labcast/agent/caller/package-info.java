/** This host as a caller of other hosts' services. */
@NullMarked
package org.labcast.agent.caller;

import org.jspecify.annotations.NullMarked;
