package org.insignia.server.api.catalogue;

import java.util.List;
import java.util.TreeSet;
import org.insignia.server.catalog.handmade.Foresight;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Exam;

/**
 * What a change would do to everybody whose results are known.
 *
 * @param people whose results were looked at
 * @param whole whether these are all
 * @param given badges that would be given at once
 * @param kept badges that somebody has, would no longer be given, and keeps
 */
record EffectJson(int people, boolean whole, int given, int kept, List<Row> items) {
  EffectJson {
    items = List.copyOf(items);
  }

  /** The same of one exam or certification. */
  record Row(String uid, String title, int given, int kept) {}

  static EffectJson of(Foresight.Effect effect, CatalogVersion version) {
    return of(effect, version, "");
  }

  /**
   * @param fresh title of what is tried and in no version yet; empty: nothing is
   */
  static EffectJson of(Foresight.Effect effect, CatalogVersion version, String fresh) {
    var uids = new TreeSet<>(effect.given().keySet());
    uids.addAll(effect.kept().keySet());
    return new EffectJson(
        effect.people(),
        effect.whole(),
        effect.allGiven(),
        effect.allKept(),
        uids.stream()
            .map(uid ->
                new Row(
                    uid,
                    title(uid, version, fresh),
                    effect.given().getOrDefault(uid, 0),
                    effect.kept().getOrDefault(uid, 0)))
            .toList());
  }

  private static String title(String uid, CatalogVersion version, String fresh) {
    return version
        .certification(uid)
        .map(Certification::title)
        .or(() -> version.exam(uid).map(Exam::label))
        .orElse(fresh.isEmpty() ? uid : fresh);
  }
}
