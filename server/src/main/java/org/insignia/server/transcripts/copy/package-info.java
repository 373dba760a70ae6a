/**
 * Copies of a transcript, sent by mail to whom its earner names. Start at {@link
 * org.insignia.server.transcripts.copy.Copies}.
 */
@NullMarked
package org.insignia.server.transcripts.copy;

import org.jspecify.annotations.NullMarked;
