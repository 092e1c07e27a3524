/** What a command knows of whoever typed it: streams, folder, environment, and whether they want it to stop. */
package org.labcast.publisher.terminal;
