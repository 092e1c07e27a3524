/** Text files that a person names: read within bounds, and decoded strictly. */
@org.jspecify.annotations.NullMarked
package org.labcast.publisher.text;
