/**
 * From a failed command, what it printed and facts about the machine to ranked suggestions of what to run instead.
 *
 * <p>Pure: nothing here starts a process or touches a file; what the machine knows comes in through
 * {@link org.labcast.correction.MachineFacts}.
 */
package org.labcast.correction;
