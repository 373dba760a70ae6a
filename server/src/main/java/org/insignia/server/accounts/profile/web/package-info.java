/**
 * Pages about one's own profile, and the picture for everybody. Start at {@link
 * org.insignia.server.accounts.profile.web.PhotoFiles}.
 */
@NullMarked
package org.insignia.server.accounts.profile.web;

import org.jspecify.annotations.NullMarked;
