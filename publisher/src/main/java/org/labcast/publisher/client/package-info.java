/** What the programs of generated applications stand on: the lab of this machine's administrator, and how all of them run. */
@NullMarked
package org.labcast.publisher.client;

import org.jspecify.annotations.NullMarked;
