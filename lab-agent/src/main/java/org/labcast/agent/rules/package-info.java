/** Correction rules that an administrator writes into files: reading, checking and applying them. */
@NullMarked
package org.labcast.agent.rules;

import org.jspecify.annotations.NullMarked;
