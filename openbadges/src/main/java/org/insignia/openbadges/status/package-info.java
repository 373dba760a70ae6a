/**
 * Whether a credential was revoked or suspended: status lists to publish and to read. Start at
 * {@link org.insignia.openbadges.status.StatusListCredential}.
 */
package org.insignia.openbadges.status;
