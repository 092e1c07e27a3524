/** Processes on this Linux host: started as a user and in a folder, told from all others, and ended with all that they started. */
package org.labcast.agent.process;
