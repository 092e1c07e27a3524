@NullMarked
package org.labcast.publisher;

import org.jspecify.annotations.NullMarked;
