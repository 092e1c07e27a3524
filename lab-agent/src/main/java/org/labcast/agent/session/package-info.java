/** The shell that a job's commands are typed into, one after the other: what lives, what is saved, and how one follows from the other. */
@NullMarked
package org.labcast.agent.session;

import org.jspecify.annotations.NullMarked;
