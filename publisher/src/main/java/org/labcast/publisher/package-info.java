/** The administrator's program: signs and posts jobs, collects results, shows reports. */
package org.labcast.publisher;
