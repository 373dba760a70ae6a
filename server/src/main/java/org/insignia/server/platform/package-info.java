/**
 * What every feature stands on and nothing of what the product is about. Start at the sub-package
 * you need.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package org.insignia.server.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
