@NullMarked
package org.labcast.agent;

import org.jspecify.annotations.NullMarked;
