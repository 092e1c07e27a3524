/** What administrators send to hosts: jobs and their tasks, cancellations, pings, fetches. */
@NullMarked
package org.labcast.model.order;

import org.jspecify.annotations.NullMarked;
