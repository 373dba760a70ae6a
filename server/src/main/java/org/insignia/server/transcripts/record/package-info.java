/**
 * What one person has earned, of all organisations, as it stands now. Start at {@link
 * org.insignia.server.transcripts.record.Transcripts}.
 */
@NullMarked
package org.insignia.server.transcripts.record;

import org.jspecify.annotations.NullMarked;
