/**
 * What can be earned: exams, certifications, their requirements, and the achievements that badges
 * are for. Start at {@link org.insignia.server.catalog.Catalog}.
 */
@NullMarked
package org.insignia.server.catalog;

import org.jspecify.annotations.NullMarked;
