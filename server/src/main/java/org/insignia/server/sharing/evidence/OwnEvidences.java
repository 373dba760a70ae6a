package org.insignia.server.sharing.evidence;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.ProfileLink;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.sharing.ShownBadge;
import org.insignia.server.sharing.share.PlainWords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The earner's own evidence on a badge: a title, a text, a link. It is shown beside what was signed
 * and marked as the earner's own; it never becomes part of the credential unless its issuer issues
 * it anew. Files are not taken: a link to where the work is says more, and is nobody's risk.
 */
@Service
public class OwnEvidences {
  /** The most beside one badge. */
  public static final int MOST = 10;

  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_TEXT = 2000;

  private final OwnEvidenceStore store;
  private final Audit audit;
  private final Clock clock;

  OwnEvidences(OwnEvidenceStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** What speaks against a piece of evidence. */
  public enum Objection {
    /** It has no title. */
    TITLE,
    /** Its link is no https address of a public host. */
    LINK,
    /** There are ten already. */
    TOO_MANY
  }

  /** What lies beside a badge; a corrected copy has what lay beside the one it stands in for. */
  public List<OwnEvidence> beside(ShownBadge badge) {
    var owner = badge.claim().owner();
    if (owner == null) {
      return List.of();
    }
    var ids = new ArrayList<CredentialId>();
    ids.add(badge.credential().id());
    var replaced = badge.credential().replaces();
    if (replaced != null) {
      ids.add(replaced);
    }
    return store.of(owner, ids);
  }

  /** All that a person laid beside their badges. */
  public List<OwnEvidence> of(PersonId person) {
    return store.of(person);
  }

  /**
   * Lays something beside a badge of one's own; what speaks against it, and then nothing is laid.
   */
  @Transactional
  public Optional<Objection> add(ShownBadge own, String title, String text, String link) {
    var owner = own.claim().owner();
    if (owner == null || !own.own()) {
      throw new IllegalArgumentException("not the badge of the one who asks");
    }
    var plain = PlainWords.cut(PlainWords.line(title), LONGEST_TITLE);
    if (plain.isEmpty()) {
      return Optional.of(Objection.TITLE);
    }
    var url = link.isBlank() ? Optional.<ProfileLink>empty() : ProfileLink.parse(link);
    if (url.isEmpty() && !link.isBlank()) {
      return Optional.of(Objection.LINK);
    }
    var evidence =
        new OwnEvidence(
            Ids.next(),
            own.credential().id(),
            plain,
            PlainWords.cut(text.strip(), LONGEST_TEXT),
            url.map(u -> u.url().toString()).orElse(""));
    if (!store.insert(owner, evidence, MOST, clock.instant())) {
      return Optional.of(Objection.TOO_MANY);
    }
    record(owner, "add", own);
    return Optional.empty();
  }

  /** Takes something away again. */
  @Transactional
  public void remove(ShownBadge own, UUID id) {
    var owner = own.claim().owner();
    if (owner != null && own.own() && store.delete(owner, id)) {
      record(owner, "remove", own);
    }
  }

  private void record(PersonId person, String action, ShownBadge badge) {
    audit.record(
        "person:" + person,
        null,
        "evidence." + action,
        "credential:" + badge.credential().id().value(),
        "");
  }
}
