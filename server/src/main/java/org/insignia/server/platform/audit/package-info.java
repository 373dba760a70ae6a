/** Who changed what, when and why. Start at {@link org.insignia.server.platform.audit.Audit}. */
@NullMarked
package org.insignia.server.platform.audit;

import org.jspecify.annotations.NullMarked;
