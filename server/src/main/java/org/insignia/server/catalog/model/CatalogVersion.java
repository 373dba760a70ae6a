package org.insignia.server.catalog.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An organisation's whole catalogue at one moment, with its rules: everything that a decision needs
 * besides results. Immutable; the same number always means the same content.
 */
public final class CatalogVersion {
  private final int number;
  private final Rules rules;
  private final Map<String, Entry> entries;
  private final Map<String, String> aliases;
  private final Map<String, Exam> examsByKey = new HashMap<>();
  private final List<Certification> ordered;
  private final Map<String, ExamBadge> badges = new HashMap<>();

  /**
   * @param aliases former uid to present uid
   * @throws IllegalArgumentException if certifications require each other in a circle
   */
  public CatalogVersion(
      int number, Rules rules, Collection<? extends Entry> entries, Map<String, String> aliases) {
    this.number = number;
    this.rules = rules;
    this.aliases = Map.copyOf(aliases);
    Map<String, Entry> byUid = new LinkedHashMap<>();
    entries.forEach(entry -> byUid.put(entry.uid(), entry));
    this.entries = Map.copyOf(byUid);
    for (Exam exam : exams()) {
      examsByKey.put(ExamCode.key(exam.number()), exam);
    }
    this.ordered = CertificationOrder.of(certifications(), this::uid);
    for (Exam exam : exams()) {
      badges.put(exam.uid(), ExamBadges.of(exam, this));
    }
  }

  /** As this version would be with another entry, or another state of one. */
  public CatalogVersion with(Entry entry) {
    Map<String, Entry> other = new LinkedHashMap<>(entries);
    other.put(entry.uid(), entry);
    return new CatalogVersion(number, rules, other.values(), aliases);
  }

  /** As this version would be under other rules. */
  public CatalogVersion under(Rules other) {
    return new CatalogVersion(number, other, entries.values(), aliases);
  }

  public int number() {
    return number;
  }

  public Rules rules() {
    return rules;
  }

  /** The present uid of an entry that may have been renamed. */
  public String uid(String uid) {
    String present = uid;
    for (int hops = 0; hops < 50 && !entries.containsKey(present); hops++) {
      String next = aliases.get(present);
      if (next == null) {
        return present;
      }
      present = next;
    }
    return present;
  }

  /** Whether a uid is, or was, the name of something here. */
  public boolean knows(String uid) {
    return entries.containsKey(uid) || aliases.containsKey(uid);
  }

  /** The exam that a code means, however it is written: case, dashes and spaces do not matter. */
  public Optional<Exam> examByCode(String code) {
    Exam exam = examsByKey.get(ExamCode.key(code));
    return exam != null ? Optional.of(exam) : exam(code);
  }

  public Optional<Exam> exam(String uid) {
    return Optional.ofNullable(entries.get(uid(uid)) instanceof Exam exam ? exam : null);
  }

  public Optional<Certification> certification(String uid) {
    return Optional.ofNullable(
        entries.get(uid(uid)) instanceof Certification certification ? certification : null);
  }

  public Optional<Renewal> renewal(String uid) {
    return Optional.ofNullable(entries.get(uid(uid)) instanceof Renewal renewal ? renewal : null);
  }

  /** What a certification requires; empty where that is not known, or the uid is not. */
  public Optional<Requirement> requirement(String uid) {
    return certification(uid).map(Certification::requires);
  }

  /** By uid. */
  public List<Exam> exams() {
    return all(Exam.class);
  }

  /** By uid. */
  public List<Certification> certifications() {
    return all(Certification.class);
  }

  public List<Renewal> renewals() {
    return all(Renewal.class);
  }

  public List<Role> roles() {
    return all(Role.class);
  }

  private <T extends Entry> List<T> all(Class<T> type) {
    return entries.values().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .sorted(Comparator.comparing(Entry::uid))
        .toList();
  }

  /** Certifications such that each comes after those that it requires. */
  public List<Certification> certificationsInOrder() {
    return ordered;
  }

  /** What passing an exam gives by itself. */
  public ExamBadge badge(Exam exam) {
    return badges.getOrDefault(exam.uid(), new ExamBadge.None(ExamBadge.Why.NOT_NEEDED));
  }

  /**
   * Whether the certification can give a badge at all: it is known what it needs, and not legacy.
   */
  public boolean decidable(Certification certification) {
    return !certification.legacy() && certification.requires() != null;
  }

  /** Whether the certification had its last day before this one; empty where it has none. */
  public Optional<Boolean> isRetired(String uid, LocalDate today) {
    return certification(uid)
        .map(Certification::retirement)
        .map(retirement -> retirement.isBefore(today));
  }

  /**
   * The last day on which a certification can be completed, seen from its own retirement and that
   * of the exams it needs; empty while there is none.
   */
  public Optional<LocalDate> lastDay(Certification certification) {
    return Optional.ofNullable(new LastDays(this).of(certification));
  }
}
