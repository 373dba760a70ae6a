/**
 * The five languages, their texts, dates and numbers. Start at {@link
 * org.insignia.server.platform.i18n.Texts}.
 */
@NullMarked
package org.insignia.server.platform.i18n;

import org.jspecify.annotations.NullMarked;
