package org.insignia.server.api.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Knows callers of one kind, as a bean, for counting alone. Whom no bean knows pays by the network
 * alone.
 */
public interface Payer {
  /** Whose bucket is meant, the same word on all nodes: an organisation, a person, a client. */
  Optional<String> payer(HttpServletRequest request);
}
