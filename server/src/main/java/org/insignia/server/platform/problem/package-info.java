/**
 * What can go wrong for a caller, as one sealed family. Start at {@link
 * org.insignia.server.platform.problem.Problem}.
 */
@NullMarked
package org.insignia.server.platform.problem;

import org.jspecify.annotations.NullMarked;
