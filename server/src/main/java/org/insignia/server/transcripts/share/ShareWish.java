package org.insignia.server.transcripts.share;

import java.time.Duration;
import java.util.List;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * What an earner wants of a share.
 *
 * @param items keys of the chosen items; null for all that are in force when it is opened
 * @param lasts null for one that stays open until it is closed
 */
public record ShareWish(
    String name,
    Language language,
    boolean withAddress,
    Share.Programs programs,
    @Nullable List<String> items,
    @Nullable Duration lasts) {
  public ShareWish {
    items = items == null ? null : List.copyOf(items);
  }
}
