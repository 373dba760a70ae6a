/** Profiles as pages and as JSON. Start at {@code ProfilePages}. */
@NullMarked
package org.insignia.server.sharing.profile.web;

import org.jspecify.annotations.NullMarked;
