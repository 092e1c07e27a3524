/** Checks what an Acme file means for Labcast: names, properties, styles. */
@NullMarked
package org.labcast.services.check;

import org.jspecify.annotations.NullMarked;
