/**
 * The part of CBOR that proofs are written in. Start at {@link org.insignia.openbadges.cbor.Cbor}.
 */
package org.insignia.openbadges.cbor;
