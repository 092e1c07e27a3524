/** What became of orders on a host, and the receipts for it. */
@NullMarked
package org.labcast.model.result;

import org.jspecify.annotations.NullMarked;
