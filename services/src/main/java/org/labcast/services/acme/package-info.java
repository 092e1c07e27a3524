/**
 * Reads Acme, the architecture description language of Garlan, Monroe and Wile (1997, and the later dialect of AcmeLib), into a
 * tree. What the tree means is checked elsewhere.
 */
@NullMarked
package org.labcast.services.acme;

import org.jspecify.annotations.NullMarked;
