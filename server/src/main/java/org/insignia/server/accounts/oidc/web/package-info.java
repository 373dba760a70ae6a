/**
 * Accounts of other sites in the browser. Start at {@link
 * org.insignia.server.accounts.oidc.web.UnknownIdentityPage}.
 */
@NullMarked
package org.insignia.server.accounts.oidc.web;

import org.jspecify.annotations.NullMarked;
