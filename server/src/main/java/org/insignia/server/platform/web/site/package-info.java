/**
 * What every site answers by name. Start at {@link
 * org.insignia.server.platform.web.site.SiteFiles}.
 */
@NullMarked
package org.insignia.server.platform.web.site;

import org.jspecify.annotations.NullMarked;
