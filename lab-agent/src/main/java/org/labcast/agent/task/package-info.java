/** One task on this host: its attempts, its retries, and the corrections that may run. */
@NullMarked
package org.labcast.agent.task;

import org.jspecify.annotations.NullMarked;
