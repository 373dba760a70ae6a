/** The public pages. Start at {@code BadgePages}. */
@NullMarked
package org.insignia.server.sharing.web;

import org.jspecify.annotations.NullMarked;
