/**
 * Exams and certifications made and changed by hand, with their requirements as a tree, and the
 * rules by which they give badges. Start at {@link
 * org.insignia.server.catalog.entries.CertificationPages}.
 */
@NullMarked
package org.insignia.server.catalog.entries;

import org.jspecify.annotations.NullMarked;
