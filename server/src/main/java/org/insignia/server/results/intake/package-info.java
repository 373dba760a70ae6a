/**
 * Takes results files in, works through them chunk by chunk and judges every row. Start at {@link
 * org.insignia.server.results.intake.Reception}.
 */
@NullMarked
package org.insignia.server.results.intake;

import org.jspecify.annotations.NullMarked;
