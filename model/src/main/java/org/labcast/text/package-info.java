/** Text of people and from elsewhere: made safe to show, and compared for slips of the fingers. */
@NullMarked
package org.labcast.text;

import org.jspecify.annotations.NullMarked;
