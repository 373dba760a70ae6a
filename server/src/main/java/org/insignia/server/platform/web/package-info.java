/**
 * The web shell: what pages share, errors, headers, security. Start at {@link
 * org.insignia.server.platform.web.Shell}.
 */
@NullMarked
package org.insignia.server.platform.web;

import org.jspecify.annotations.NullMarked;
