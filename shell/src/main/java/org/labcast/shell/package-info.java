/** Shell text, read into the whole commands that a shell would run one after the other. Nothing is run. */
@NullMarked
package org.labcast.shell;

import org.jspecify.annotations.NullMarked;
