/**
 * How an earner is shown, and what they want done unasked, for programs that they allowed. Start at
 * {@link org.insignia.server.api.me.profile.MyProfileApi}.
 */
@NullMarked
package org.insignia.server.api.me.profile;

import org.jspecify.annotations.NullMarked;
