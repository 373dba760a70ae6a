/**
 * The authorization server: clients, and the one endpoint where they get access tokens. Start at
 * {@link org.insignia.server.api.oauth.TokenExchange}.
 *
 * <p>Another grant is one more {@link org.insignia.server.api.oauth.Grant} bean: the endpoint finds
 * it by its {@code grant_type} and the metadata name it. A client shows itself by {@link
 * org.insignia.server.api.oauth.OAuthClients#proven}; a grant that needs no client does not ask.
 * What a grant refuses it throws as {@link org.insignia.server.api.oauth.OAuthRefusal}.
 */
@NullMarked
package org.insignia.server.api.oauth;

import org.jspecify.annotations.NullMarked;
