package org.insignia.server.api.tokens;

import java.util.Optional;
import org.insignia.server.organisations.Organisation;

/**
 * A program that showed a token.
 *
 * @param actor for the audit: {@code admin-token}, {@code token:UUID} or {@code client:UUID}
 * @param organisation for which it speaks; empty for the server's own token, which speaks for all
 */
public record Caller(String actor, Optional<Organisation> organisation) {}
