package org.insignia.server.sharing.web;

import java.time.Instant;
import java.util.List;
import org.insignia.server.sharing.evidence.OwnEvidence;
import org.insignia.server.verification.view.ReportView;
import org.jspecify.annotations.Nullable;

/**
 * A badge as everybody sees it.
 *
 * @param path of this page, and with an ending of its other forms
 * @param earner the name as it was issued
 * @param profile path of the earner's profile; empty where there is none to see
 * @param issuerDomain that the issuer proved to be its own; empty where it did not
 * @param headline what holds now, in a word
 * @param checkedAt when it was verified
 * @param ownEvidence what its earner laid beside it
 * @param isPublic whether everybody sees it; if not, only its owner is looking
 * @param isListed whether search engines may lead to it: its owner wants to be found
 * @param earnable whether it can be earned by others now
 * @param attribution what the licence of its texts wants to be said; empty where none does
 */
public record BadgePage(
    String path,
    String name,
    String picture,
    String earner,
    String profile,
    String issuer,
    String issuerPath,
    String issuerDomain,
    String achievementPath,
    Instant issued,
    @Nullable Instant until,
    Headline headline,
    ReportView report,
    Instant checkedAt,
    List<String> description,
    List<String> skills,
    String criteria,
    List<OrganisationPage.Tile> next,
    List<Evidence> evidence,
    List<OwnEvidence> ownEvidence,
    boolean isPublic,
    boolean isListed,
    boolean own,
    boolean earnable,
    String attribution,
    String accentSheet,
    Meta meta) {
  public BadgePage {
    description = List.copyOf(description);
    skills = List.copyOf(skills);
    next = List.copyOf(next);
    evidence = List.copyOf(evidence);
    ownEvidence = List.copyOf(ownEvidence);
  }

  /**
   * @param key text key stem of {@code .title} and {@code .meaning}
   * @param reason what the issuer gave as reason; empty where it gave none
   */
  public record Headline(String tone, String key, String reason) {
    /** Whether there is more to say than the word. */
    public boolean needsExplaining() {
      return !tone.equals("good");
    }
  }

  /**
   * @param url where it can be seen; empty unless it is a plain https address
   */
  public record Evidence(String name, String text, String url) {}
}
