package org.insignia.server.api.me.imports;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.server.sharing.foreign.ForeignBadge;
import org.insignia.server.verification.view.ReportView;
import org.insignia.server.verification.view.StepView;
import org.jspecify.annotations.Nullable;

/**
 * A badge of elsewhere as its holder sees it. All texts are of strangers.
 *
 * @param url of its page here
 * @param earners whom it names, as it names them
 * @param source the address that it was fetched from; null where it was handed in
 * @param confirmed whether it names a confirmed address of its holder; if not, it stays private
 * @param check what was found when it was last checked
 */
record MyImportJson(
    UUID id,
    URI url,
    String name,
    String description,
    Issuer issuer,
    List<String> earners,
    @Nullable Instant earnedAt,
    @Nullable Instant expiresAt,
    @Nullable String source,
    boolean confirmed,
    String visibility,
    Instant importedAt,
    Check check) {
  MyImportJson {
    earners = List.copyOf(earners);
  }

  /** Who issued it, by the name that they give themselves, which may be empty. */
  record Issuer(String id, String name) {}

  /**
   * The last check that came to an end.
   *
   * @param triedAt when one was last begun: later than {@code checkedAt} where something was out of
   *     reach
   * @param steps null in lists
   */
  record Check(String verdict, Instant checkedAt, Instant triedAt, @Nullable List<Step> steps) {}

  /** What came of one step. */
  record Step(String step, String outcome, List<String> reasons, List<String> details) {}

  static MyImportJson listed(ForeignBadge badge, URI url) {
    return of(badge, url, null);
  }

  static MyImportJson whole(ForeignBadge badge, URI url) {
    return of(badge, url, badge.report().steps().stream().map(MyImportJson::step).toList());
  }

  private static MyImportJson of(ForeignBadge badge, URI url, @Nullable List<Step> steps) {
    ReportView report = badge.report();
    return new MyImportJson(
        badge.id(),
        url,
        badge.name(),
        badge.description(),
        new Issuer(badge.issuerId(), badge.issuer()),
        badge.earners(),
        badge.earnedAt(),
        badge.validUntil(),
        badge.source(),
        badge.confirmed(),
        badge.isPublic() ? "public" : "private",
        badge.importedAt(),
        new Check(report.verdict().text(), badge.checkedAt(), badge.triedAt(), steps));
  }

  /** Keys of texts end in the words of the report. */
  private static Step step(StepView step) {
    return new Step(
        step.code(),
        last(step.key()),
        step.reasons().stream().map(MyImportJson::last).toList(),
        step.details());
  }

  private static String last(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }
}
