/** What the agent knows of its machine: facts for presence, and the port that the correction rules ask. */
package org.labcast.agent.machine;
