/** The command line as it is started: passes on what was typed to the resident publisher. Needs the JDK and {@code wire} alone. */
package org.labcast.publisher.thin;
