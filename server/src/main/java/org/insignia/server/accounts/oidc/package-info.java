/**
 * Signing in with accounts of other sites by OpenID Connect. Start at {@link
 * org.insignia.server.accounts.oidc.ProviderSignIns}.
 */
@NullMarked
package org.insignia.server.accounts.oidc;

import org.jspecify.annotations.NullMarked;
