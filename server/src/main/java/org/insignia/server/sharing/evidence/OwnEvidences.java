package org.insignia.server.sharing.evidence;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** The longest title. */
  public static final int LONGEST_TITLE = 120;

  /** The longest text. */
  public static final int LONGEST_TEXT = 2000;

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

  /** What became of one that was to be laid beside a badge. */
  public sealed interface Outcome {}

  /** It lies there. */
  public record Laid(OwnEvidence evidence) implements Outcome {}

  /** Nothing was laid. */
  public record Refused(Objection why) implements Outcome {}

  /** What lies beside a badge; a corrected copy has what lay beside the one it stands in for. */
  public List<OwnEvidence> beside(ShownBadge badge) {
    return beside(List.of(badge)).getOrDefault(badge.credential().id(), List.of());
  }

  /** As {@link #beside(ShownBadge)} for many at once; badges that have none are left out. */
  public Map<CredentialId, List<OwnEvidence>> beside(Collection<ShownBadge> badges) {
    var asked = new HashSet<CredentialId>();
    for (var badge : badges) {
      if (badge.claim().owner() != null) {
        asked.addAll(belongTo(badge));
      }
    }
    var found = asked.isEmpty() ? List.<OwnEvidenceStore.Laid>of() : store.beside(asked);
    var beside = new HashMap<CredentialId, List<OwnEvidence>>();
    for (var badge : badges) {
      var ids = belongTo(badge);
      var its =
          found.stream()
              .filter(l -> l.by().equals(badge.claim().owner()))
              .map(OwnEvidenceStore.Laid::evidence)
              .filter(e -> ids.contains(e.badge()))
              .toList();
      if (!its.isEmpty()) {
        beside.put(badge.credential().id(), its);
      }
    }
    return beside;
  }

  private static Set<CredentialId> belongTo(ShownBadge badge) {
    var replaced = badge.credential().replaces();
    return replaced == null
        ? Set.of(badge.credential().id())
        : Set.of(badge.credential().id(), replaced);
  }

  /** All that a person laid beside their badges. */
  public List<OwnEvidence> of(PersonId person) {
    return store.of(person);
  }

  /** Lays something beside a badge of one's own, or says what speaks against it. */
  @Transactional
  public Outcome add(ShownBadge own, String title, String text, String link) {
    var owner = own.claim().owner();
    if (owner == null || !own.own()) {
      throw new IllegalArgumentException("not the badge of the one who asks");
    }
    var plain = PlainWords.cut(PlainWords.line(title), LONGEST_TITLE);
    if (plain.isEmpty()) {
      return new Refused(Objection.TITLE);
    }
    var url = link.isBlank() ? Optional.<ProfileLink>empty() : ProfileLink.parse(link);
    if (url.isEmpty() && !link.isBlank()) {
      return new Refused(Objection.LINK);
    }
    var evidence =
        new OwnEvidence(
            Ids.next(),
            own.credential().id(),
            plain,
            PlainWords.cut(PlainWords.lines(text), LONGEST_TEXT),
            url.map(u -> u.url().toString()).orElse(""));
    if (!store.insert(owner, evidence, MOST, clock.instant())) {
      return new Refused(Objection.TOO_MANY);
    }
    record(owner, "add", own);
    return new Laid(evidence);
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
