/**
 * Random secrets that travel in links and cookies. Start at {@link
 * org.insignia.server.platform.secrets.SecretToken}.
 */
@NullMarked
package org.insignia.server.platform.secrets;

import org.jspecify.annotations.NullMarked;
