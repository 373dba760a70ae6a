/**
 * The people who show badges of an organisation, at the address of this tree: for everybody,
 * without a token. Start at {@link org.insignia.server.api.credly.directory.CredlyDirectoryApi}.
 */
@NullMarked
package org.insignia.server.api.credly.directory;

import org.jspecify.annotations.NullMarked;
