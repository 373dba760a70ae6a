/** The page of the directory. Start at {@code SearchPages}. */
@NullMarked
package org.insignia.server.sharing.directory.web;

import org.jspecify.annotations.NullMarked;
