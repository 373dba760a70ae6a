/**
 * Writes leaves as a PDF that is PDF/A-3a and PDF/UA-1, signed or not. Start at {@link
 * org.insignia.server.platform.paper.pdf.Pdf}.
 */
@NullMarked
package org.insignia.server.platform.paper.pdf;

import org.jspecify.annotations.NullMarked;
