/** What all of the agent shares: who the host is, its threads, its health, and what it fails with. */
@NullMarked
package org.labcast.agent.core;

import org.jspecify.annotations.NullMarked;
