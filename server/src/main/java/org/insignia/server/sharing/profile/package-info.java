/**
 * What a person shows of themselves, in the order they chose. Start at {@link
 * org.insignia.server.sharing.profile.Gallery}.
 */
@NullMarked
package org.insignia.server.sharing.profile;

import org.jspecify.annotations.NullMarked;
