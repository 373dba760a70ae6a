/**
 * Shares and copies of an earner's transcript, for programs that they allowed. Start at {@link
 * org.insignia.server.api.me.shares.MySharesApi}.
 */
@NullMarked
package org.insignia.server.api.me.shares;

import org.jspecify.annotations.NullMarked;
