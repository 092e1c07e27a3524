/** The commands below {@code publisher services}. */
@NullMarked
package org.labcast.publisher.cli.services;

import org.jspecify.annotations.NullMarked;
