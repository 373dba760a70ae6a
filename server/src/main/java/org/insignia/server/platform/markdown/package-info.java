/**
 * Text with a little markup that people type, shown without trusting it. Start at {@link
 * org.insignia.server.platform.markdown.Markdown}.
 */
@NullMarked
package org.insignia.server.platform.markdown;

import org.jspecify.annotations.NullMarked;
