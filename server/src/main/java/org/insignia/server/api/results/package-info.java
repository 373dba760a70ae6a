/**
 * Exam results from programs: brought one by one and in batches, and what became of what was
 * brought. Start at {@link org.insignia.server.api.results.BroughtResultsApi}.
 */
@NullMarked
package org.insignia.server.api.results;

import org.jspecify.annotations.NullMarked;
