/**
 * How many tries are judged, the same on all nodes. Start at {@link
 * org.insignia.server.transcripts.guard.Guard}.
 */
@NullMarked
package org.insignia.server.transcripts.guard;

import org.jspecify.annotations.NullMarked;
