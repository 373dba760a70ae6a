/**
 * What an account consists of, for programs that its person allowed, and what makes it safer. Start
 * at {@link org.insignia.server.api.me.account.MyAccountApi}.
 */
@NullMarked
package org.insignia.server.api.me.account;

import org.jspecify.annotations.NullMarked;
