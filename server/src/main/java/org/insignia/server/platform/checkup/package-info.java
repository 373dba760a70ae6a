/**
 * The examination of all that is stored, run by the server itself in the background. Start at
 * {@link org.insignia.server.platform.checkup.CheckUps}.
 */
@NullMarked
package org.insignia.server.platform.checkup;

import org.jspecify.annotations.NullMarked;
