/** What hosts and administrators say of a host: presence and facts, invitation and enrolment. */
@NullMarked
package org.labcast.model.host;

import org.jspecify.annotations.NullMarked;
