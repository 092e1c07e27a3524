/** Recorded failures, for measuring the correction rules and for programs that want suggestions. */
@NullMarked
package org.labcast.agent.cases;

import org.jspecify.annotations.NullMarked;
