/**
 * Credentials and presentations in an envelope: JWT as Open Badges 3.0 has it, and JWT, SD-JWT and
 * COSE of VC-JOSE-COSE. Start at {@link org.insignia.openbadges.jose.EnvelopeSigner} and {@link
 * org.insignia.openbadges.jose.EnvelopeCheck}.
 */
package org.insignia.openbadges.jose;
