/** Messages as JSON; the only package that knows Jackson's annotations. */
package org.labcast.transport.json;
