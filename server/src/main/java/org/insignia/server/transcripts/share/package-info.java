/**
 * Windows on a transcript that its earner opens for others and closes again. Start at {@link
 * org.insignia.server.transcripts.share.Shares}.
 */
@NullMarked
package org.insignia.server.transcripts.share;

import org.jspecify.annotations.NullMarked;
