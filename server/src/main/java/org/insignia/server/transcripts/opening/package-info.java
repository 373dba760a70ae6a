/**
 * How others get to see a share: judging codes, letting browsers in, noting views. Start at {@link
 * org.insignia.server.transcripts.opening.Openings}.
 */
@NullMarked
package org.insignia.server.transcripts.opening;

import org.jspecify.annotations.NullMarked;
