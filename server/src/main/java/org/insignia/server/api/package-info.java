/** Who machines are and what they may do. Start at {@link org.insignia.server.api.AdminToken}. */
@NullMarked
package org.insignia.server.api;

import org.jspecify.annotations.NullMarked;
