/**
 * Under which terms this site is used, and what it keeps of whom: texts of ours, or of the
 * operator. Start at {@link org.insignia.server.support.terms.SiteTexts}.
 */
@NullMarked
package org.insignia.server.support.terms;

import org.jspecify.annotations.NullMarked;
