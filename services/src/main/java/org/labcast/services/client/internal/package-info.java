/** How calls are made: providers chosen, replies verified, output taken in. Programs use the package above. */
@NullMarked
package org.labcast.services.client.internal;

import org.jspecify.annotations.NullMarked;
