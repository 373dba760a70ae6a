/**
 * The browsers that people are signed in with. Start at {@link
 * org.insignia.server.accounts.session.Sessions}.
 */
@NullMarked
package org.insignia.server.accounts.session;

import org.jspecify.annotations.NullMarked;
