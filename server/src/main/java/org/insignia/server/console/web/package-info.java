/** Pages of the console. Start at {@link org.insignia.server.console.web.ConsolePage}. */
@NullMarked
package org.insignia.server.console.web;

import org.jspecify.annotations.NullMarked;
