/**
 * Pictures at their addresses. Start at {@link
 * org.insignia.server.sharing.social.web.BadgePictures}.
 */
@NullMarked
package org.insignia.server.sharing.social.web;

import org.jspecify.annotations.NullMarked;
