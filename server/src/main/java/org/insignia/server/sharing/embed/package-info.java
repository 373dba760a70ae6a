/**
 * Badges on other people's pages: snippets to paste, and what they show. Start at {@link
 * org.insignia.server.sharing.embed.Snippets}.
 */
@NullMarked
package org.insignia.server.sharing.embed;

import org.jspecify.annotations.NullMarked;
