/**
 * OpenPGP: certificates, detached signatures and the one place that decides whether to believe them.
 *
 * <p>Packets are read by this package's own bounded reader, never by a general parser; Bouncy Castle does the arithmetic and the
 * secret keys. None of its types appears in a public signature.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580">RFC 9580, OpenPGP</a>
 */
package org.labcast.transport.pgp;
