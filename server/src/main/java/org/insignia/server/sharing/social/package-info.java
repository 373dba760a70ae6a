/**
 * Pictures of badges for link previews and for other people's pages. Start at {@link
 * org.insignia.server.sharing.social.SocialPictures}.
 */
@NullMarked
package org.insignia.server.sharing.social;

import org.jspecify.annotations.NullMarked;
