/** People with records for tests. Start at {@link org.insignia.server.transcripts.TestRecords}. */
@NullMarked
package org.insignia.server.transcripts;

import org.jspecify.annotations.NullMarked;
