/**
 * The pages on which earners make, see and close their shares. Start at {@link
 * org.insignia.server.transcripts.share.web.TranscriptSharePages}.
 */
@NullMarked
package org.insignia.server.transcripts.share.web;

import org.jspecify.annotations.NullMarked;
