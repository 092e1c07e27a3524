/** The caller's side of services: found by lease, called, and streamed from. */
@NullMarked
package org.labcast.services.client;

import org.jspecify.annotations.NullMarked;
