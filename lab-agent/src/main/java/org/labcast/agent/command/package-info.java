/** What people type. */
@NullMarked
package org.labcast.agent.command;

import org.jspecify.annotations.NullMarked;
