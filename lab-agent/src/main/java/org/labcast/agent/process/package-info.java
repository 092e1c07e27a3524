/** Runs one command, and one task with its retries and corrections, on this Linux host. */
package org.labcast.agent.process;
