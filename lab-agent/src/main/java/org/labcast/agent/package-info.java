/** The program on every machine: takes signed orders, runs them once, reports. */
@NullMarked
package org.labcast.agent;

import org.jspecify.annotations.NullMarked;
