/** What hosts send, on its way into the store: verified first, then believed. */
package org.labcast.publisher.collect;
