/** The end of an account. Start at {@link org.insignia.server.accounts.erasure.Erasures}. */
@NullMarked
package org.insignia.server.accounts.erasure;

import org.jspecify.annotations.NullMarked;
