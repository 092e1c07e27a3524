/** What became of a job, as a value, and the ways to show it. Everything here is pure, except {@link JobReader}. */
package org.labcast.publisher.report;
