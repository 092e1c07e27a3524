/** The gate: what comes from the broker is verified, judged and recorded before anything else happens with it. */
@NullMarked
package org.labcast.agent.intake;

import org.jspecify.annotations.NullMarked;
