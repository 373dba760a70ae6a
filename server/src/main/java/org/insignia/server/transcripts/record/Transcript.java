package org.insignia.server.transcripts.record;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;

/**
 * All of one earner's results and awards, of all organisations, at one moment and in one language.
 * Immutable.
 *
 * @param certifications those in force first, then latest first
 * @param underWay what was begun; the earner's alone
 * @param exams passed ones, latest first
 * @param attempts all sittings, latest first; the earner's alone
 * @param badges latest first
 */
public record Transcript(
    Identity identity,
    Language language,
    Instant asOf,
    List<EarnedCertification> certifications,
    List<UnderWay> underWay,
    List<PassedExam> exams,
    List<Attempt> attempts,
    List<HeldBadge> badges) {
  public Transcript {
    certifications = List.copyOf(certifications);
    underWay = List.copyOf(underWay);
    exams = List.copyOf(exams);
    attempts = List.copyOf(attempts);
    badges = List.copyOf(badges);
  }

  /** Certifications in force. */
  public List<EarnedCertification> active() {
    return certifications.stream().filter(EarnedCertification::isActive).toList();
  }

  /** Expired, retired, suspended and revoked certifications. */
  public List<EarnedCertification> historical() {
    return certifications.stream().filter(c -> !c.isActive()).toList();
  }

  /** What others may be shown: certifications, exams passed, badges; in this order. */
  public List<TranscriptItem> items() {
    return Stream.of(certifications, exams, badges)
        .<TranscriptItem>flatMap(Collection::stream)
        .toList();
  }

  /** Whether there is nothing that others could be shown. */
  public boolean isEmpty() {
    return certifications.isEmpty() && exams.isEmpty() && badges.isEmpty();
  }

  /** The organisations whose items it has, with their names, in the order of the items. */
  public Map<OrganisationId, String> issuers() {
    Map<OrganisationId, String> issuers = new LinkedHashMap<>();
    items().forEach(item -> issuers.putIfAbsent(item.organisation(), item.issuer()));
    return issuers;
  }

  /** As others may see it: nothing that failed, nothing that is under way. */
  public Transcript forOthers() {
    return new Transcript(
        identity, language, asOf, certifications, List.of(), exams, List.of(), badges);
  }

  /**
   * As {@link #forOthers()}, with these items alone.
   *
   * @param keys of {@link TranscriptItem#key()}; unknown ones mean nothing
   */
  public Transcript only(Set<String> keys) {
    return new Transcript(
        identity,
        language,
        asOf,
        certifications.stream().filter(item -> keys.contains(item.key())).toList(),
        List.of(),
        exams.stream().filter(item -> keys.contains(item.key())).toList(),
        List.of(),
        badges.stream().filter(item -> keys.contains(item.key())).toList());
  }

  /** As {@link #forOthers()}, with what one organisation gave alone. */
  public Transcript of(OrganisationId organisation) {
    return only(
        items().stream()
            .filter(item -> item.organisation().equals(organisation))
            .map(TranscriptItem::key)
            .collect(Collectors.toSet()));
  }

  /**
   * With a postal address.
   *
   * @param address its lines, parted by line feeds
   */
  public Transcript at(String address) {
    return new Transcript(
        new Identity(identity.name(), identity.certificationId(), address),
        language,
        asOf,
        certifications,
        underWay,
        exams,
        attempts,
        badges);
  }
}
