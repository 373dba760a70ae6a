package org.insignia.server.verification;

import java.util.Set;

/** Which issuers are known on this server: answered above, where organisations are known. */
public interface KnownIssuers {
  /** Their ids exactly as they stand in credentials: DIDs. */
  Set<String> ids();
}
