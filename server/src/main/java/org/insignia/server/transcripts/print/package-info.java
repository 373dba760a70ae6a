/**
 * The transcript on paper. Start at {@link org.insignia.server.transcripts.print.TranscriptPapers}.
 */
@NullMarked
package org.insignia.server.transcripts.print;

import org.jspecify.annotations.NullMarked;
