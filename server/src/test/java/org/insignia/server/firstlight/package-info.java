/**
 * From a results file to verified badges, against known answers. Start at {@link
 * org.insignia.server.firstlight.FeedAnswersTest}.
 */
@NullMarked
package org.insignia.server.firstlight;

import org.jspecify.annotations.NullMarked;
