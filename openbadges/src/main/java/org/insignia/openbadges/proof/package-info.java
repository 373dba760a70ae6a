/**
 * Data Integrity proofs: made, and checked one by one. Start at {@link
 * org.insignia.openbadges.proof.DataIntegrity}.
 */
package org.insignia.openbadges.proof;
