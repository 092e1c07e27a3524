/** What people type, and what calls of services with the key of this host need. */
@NullMarked
package org.labcast.agent.command;

import org.jspecify.annotations.NullMarked;
