/** The operator's settings. Start at {@link org.insignia.server.platform.settings.Settings}. */
@NullMarked
package org.insignia.server.platform.settings;

import org.jspecify.annotations.NullMarked;
