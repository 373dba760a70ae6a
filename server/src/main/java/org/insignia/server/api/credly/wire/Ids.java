package org.insignia.server.api.credly.wire;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as clients write them. */
public final class Ids {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private Ids() {}

  /** The id, if it is one. */
  public static Optional<UUID> find(String text) {
    var plain = text.strip().toLowerCase(Locale.ROOT);
    return FORM.matcher(plain).matches() ? Optional.of(UUID.fromString(plain)) : Optional.empty();
  }

  /**
   * @param what names the kind of thing, for the answer where there is none
   */
  public static UUID of(String text, String what) {
    return find(text).orElseThrow(() -> Refusal.unknown(what));
  }
}
