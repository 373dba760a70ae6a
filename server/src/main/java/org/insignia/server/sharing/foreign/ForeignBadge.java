package org.insignia.server.sharing.foreign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.openbadges.report.Verdict;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.verification.view.ReportView;
import org.jspecify.annotations.Nullable;

/**
 * A badge of elsewhere as it was read when it was last checked. All texts are of strangers.
 *
 * @param confirmed whether it names a proven mailbox of its holder; if not, nobody else sees it
 * @param report what the last check found that came to an end
 * @param checkedAt when that was
 * @param triedAt when a check was last begun
 * @param hasPicture whether there is a picture to show
 */
public record ForeignBadge(
    UUID id,
    PersonId person,
    String name,
    String description,
    String issuer,
    String issuerId,
    List<String> earners,
    @Nullable Instant earnedAt,
    @Nullable Instant validUntil,
    @Nullable String source,
    boolean confirmed,
    boolean isPublic,
    Instant importedAt,
    ReportView report,
    Instant checkedAt,
    Instant triedAt,
    boolean hasPicture) {
  public ForeignBadge {
    earners = List.copyOf(earners);
  }

  /** The path of its page. */
  public String path() {
    return "/imported/" + id;
  }

  /** The path of its picture; a neutral one where it has none that could be shown. */
  public String picture() {
    return path() + "/image.png";
  }

  /** Whether it still counts for something: what was taken back or broken is not shown around. */
  public boolean holds() {
    return report.verdict() != Verdict.REVOKED && report.verdict() != Verdict.INVALID;
  }

  /** Who issued it: the name that the issuer gives itself, else its id. */
  public String issuerName() {
    return issuer.isEmpty() ? issuerId : issuer;
  }

  /** When it was earned, as far as it says. */
  public Instant shownDate() {
    return earnedAt == null ? importedAt : earnedAt;
  }
}
