/**
 * The second factor in the browser. Start at {@link
 * org.insignia.server.accounts.totp.web.EnrolmentPage}.
 */
@NullMarked
package org.insignia.server.accounts.totp.web;

import org.jspecify.annotations.NullMarked;
