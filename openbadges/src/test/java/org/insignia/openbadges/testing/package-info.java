/** What several tests need. Start at {@link org.insignia.openbadges.testing.SharedFiles}. */
@org.jspecify.annotations.NullMarked
package org.insignia.openbadges.testing;
