/** What was taken gets done: jobs one after the other, fetches beside them. */
@NullMarked
package org.labcast.agent.worker;

import org.jspecify.annotations.NullMarked;
