package org.insignia.server.claims;

import org.insignia.server.platform.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Which offers of an organisation are looked for.
 *
 * @param to only those to this mailbox; null for all
 * @param state only those that came so far; null for all
 * @param page counted from 0, of {@value #ON_A_PAGE} each
 */
public record Offers(@Nullable EmailAddress to, Claim.@Nullable State state, int page) {
  /** A page's length; one more is found where there is a next page. */
  public static final int ON_A_PAGE = 25;

  public Offers {
    page = Math.clamp(page, 0, 4000);
  }
}
