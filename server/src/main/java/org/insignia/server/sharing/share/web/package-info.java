/**
 * The page on which an owner shares a badge. Start at {@link
 * org.insignia.server.sharing.share.web.SharePages}.
 */
@NullMarked
package org.insignia.server.sharing.share.web;

import org.jspecify.annotations.NullMarked;
