/**
 * As much of PDF as it takes to find what is attached to a document: no pages, no scripts, no
 * fonts. Start at {@link org.insignia.openbadges.pdf.Attachments}.
 */
package org.insignia.openbadges.pdf;
