/** How the command line and the resident publisher of a home talk: frames over a socket. The JDK is all it needs. */
package org.labcast.publisher.wire;
