/**
 * Finds organisations, badges and people who want to be found. Start at {@link
 * org.insignia.server.sharing.directory.Directory}.
 */
@NullMarked
package org.insignia.server.sharing.directory;

import org.jspecify.annotations.NullMarked;
