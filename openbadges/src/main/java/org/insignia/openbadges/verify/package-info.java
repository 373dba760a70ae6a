/**
 * Verification of anybody's badge, step by step. Start at {@link
 * org.insignia.openbadges.verify.Verifier}.
 */
package org.insignia.openbadges.verify;
