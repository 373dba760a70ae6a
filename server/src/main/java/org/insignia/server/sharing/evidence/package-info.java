/**
 * What earners lay beside their badges themselves. Start at {@link
 * org.insignia.server.sharing.evidence.OwnEvidences}.
 */
@NullMarked
package org.insignia.server.sharing.evidence;

import org.jspecify.annotations.NullMarked;
