/**
 * How a mail is set: the same blocks as text and as HTML. Start at {@link
 * org.insignia.server.platform.letters.LetterPaper}.
 */
@NullMarked
package org.insignia.server.platform.letters;

import org.jspecify.annotations.NullMarked;
