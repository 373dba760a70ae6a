/**
 * What is said of an achievement beyond its words: type, level, cost, effort, alignments, and how
 * often one person may have it. Start at {@link org.insignia.server.catalog.about.Particulars}.
 */
@NullMarked
@NamedInterface("about")
package org.insignia.server.catalog.about;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
