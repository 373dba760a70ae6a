/**
 * Programs that nobody here wrote, given what we issue. Start at {@link
 * org.insignia.server.issuing.interop.OtherVerifiersModuleTest}.
 */
@NullMarked
package org.insignia.server.issuing.interop;

import org.jspecify.annotations.NullMarked;
