/** What the publisher remembers: one SQLite file behind small ports. All SQL of Labcast is here. */
package org.labcast.publisher.store;
