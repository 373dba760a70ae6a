/**
 * Whether what is stored of a badge is what was signed. Start at {@link
 * org.insignia.server.issuing.soundness.Soundness}.
 */
@NullMarked
package org.insignia.server.issuing.soundness;

import org.jspecify.annotations.NullMarked;
