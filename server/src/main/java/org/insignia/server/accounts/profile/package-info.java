/**
 * What a person says about themselves, and who may see it. Start at {@link
 * org.insignia.server.accounts.profile.Profiles}.
 */
@NullMarked
package org.insignia.server.accounts.profile;

import org.jspecify.annotations.NullMarked;
