/** What the agent must not forget: one append-only file, and what it means. */
@NullMarked
package org.labcast.agent.ledger;

import org.jspecify.annotations.NullMarked;
