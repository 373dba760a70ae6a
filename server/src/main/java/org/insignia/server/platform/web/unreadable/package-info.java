/**
 * Requests that the container refuses before it looks for anything of ours. Start at {@link
 * org.insignia.server.platform.web.unreadable.LastAnswer}.
 */
@NullMarked
package org.insignia.server.platform.web.unreadable;

import org.jspecify.annotations.NullMarked;
