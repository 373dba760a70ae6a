/**
 * The end of an account in the browser. Start at {@link
 * org.insignia.server.accounts.erasure.web.ErasurePage}.
 */
@NullMarked
package org.insignia.server.accounts.erasure.web;

import org.jspecify.annotations.NullMarked;
