/** Proves from a failed command and the one proposed for it that running the second does nothing that was not asked for. */
package org.labcast.correction.gate;
