/**
 * What people allow programs: the page that asks, codes, families of tokens, and how they end.
 * Start at {@link org.insignia.server.api.oauth.consent.Consents}; whoever answers a program that
 * acts for a person asks {@link org.insignia.server.api.oauth.consent.ActingPrograms}.
 *
 * <p>A program may ask for more than scopes can say by {@code authorization_details} (RFC 9396):
 * the bean of {@link org.insignia.server.api.oauth.consent.AuthorizationDetails} decides what is
 * understood. They come back with each token and in {@link
 * org.insignia.server.api.oauth.consent.ActingProgram}.
 */
@NullMarked
package org.insignia.server.api.oauth.consent;

import org.jspecify.annotations.NullMarked;
