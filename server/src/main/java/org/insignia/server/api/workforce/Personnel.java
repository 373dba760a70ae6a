package org.insignia.server.api.workforce;

import java.util.Map;
import org.insignia.server.platform.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation says of somebody who works for it.
 *
 * @param about anything else by the name of the member, for example {@code department}
 */
public record Personnel(
    EmailAddress address,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String team,
    Map<String, String> about) {
  public Personnel {
    about = Map.copyOf(about);
  }
}
