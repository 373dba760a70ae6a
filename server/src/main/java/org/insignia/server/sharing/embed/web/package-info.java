/** What snippets load. Start at {@link org.insignia.server.sharing.embed.web.EmbedPages}. */
@NullMarked
package org.insignia.server.sharing.embed.web;

import org.jspecify.annotations.NullMarked;
