/** What a job's hosts have taught about its commands, and the task file that needs no correction any more. */
package org.labcast.publisher.fix;
