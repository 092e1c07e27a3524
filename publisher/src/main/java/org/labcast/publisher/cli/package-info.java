/** The commands of {@code publisher}: each reads its options, asks the rooms behind it, and prints. */
package org.labcast.publisher.cli;
