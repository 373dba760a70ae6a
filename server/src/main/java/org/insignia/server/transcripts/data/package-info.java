/**
 * The transcript for programs: signed by the organisations whose records it has, and in the shape
 * that existing tools read. Start at {@link org.insignia.server.transcripts.data.LearnerRecords}.
 */
@NullMarked
package org.insignia.server.transcripts.data;

import org.jspecify.annotations.NullMarked;
