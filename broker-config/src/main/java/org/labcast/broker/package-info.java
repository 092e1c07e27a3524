/** The broker as shipped: its settings, the one that is embedded, and who may do what on it. */
@NullMarked
package org.labcast.broker;

import org.jspecify.annotations.NullMarked;
