/**
 * Where a person gets letters: told by them alone, shown only where they choose it. Start at {@link
 * org.insignia.server.accounts.postal.PostalAddresses}.
 */
@NullMarked
package org.insignia.server.accounts.postal;

import org.jspecify.annotations.NullMarked;
