/** What generated clients stand on: typed values to text and back, and calls with the terms of the caller. */
@NullMarked
package org.labcast.services.client.typed;

import org.jspecify.annotations.NullMarked;
