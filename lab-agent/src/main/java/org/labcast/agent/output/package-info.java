/** What commands write: captured in memory, carried through pipes, and kept on disk. */
@NullMarked
package org.labcast.agent.output;

import org.jspecify.annotations.NullMarked;
