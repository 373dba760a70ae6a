/**
 * Reference data that lies beside the project and is used in tests only. Start at {@link
 * org.insignia.openbadges.shared.SharedFiles}.
 */
package org.insignia.openbadges.shared;
