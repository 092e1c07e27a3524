/** Services done by the tools of this machine, for programs that need no lab and for tests. */
@NullMarked
package org.labcast.services.local;

import org.jspecify.annotations.NullMarked;
