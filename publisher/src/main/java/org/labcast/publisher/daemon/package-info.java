/** The resident publisher: runs the commands of one home, several at a time, with the connection, store and collector that they share. */
package org.labcast.publisher.daemon;
