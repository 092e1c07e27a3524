/** A web page on this machine's loopback address as the face of an application. Uses nothing but the JDK. */
@NullMarked
package org.labcast.services.page;

import org.jspecify.annotations.NullMarked;
