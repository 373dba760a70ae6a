/** The pages of accounts. Start at {@link org.insignia.server.accounts.web.SignUpPages}. */
@NullMarked
package org.insignia.server.accounts.web;

import org.jspecify.annotations.NullMarked;
