/**
 * What few credentials say or do beyond what all have: evidence, a result, silence. Start at {@link
 * org.insignia.server.issuing.details.Details}.
 */
@NullMarked
package org.insignia.server.issuing.details;

import org.jspecify.annotations.NullMarked;
