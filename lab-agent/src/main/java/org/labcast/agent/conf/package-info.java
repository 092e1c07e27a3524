/** What is configured on this host, and where it keeps its files. */
@NullMarked
package org.labcast.agent.conf;

import org.jspecify.annotations.NullMarked;
