package org.insignia.server.support.missing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Addresses;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.claims.Claims;
import org.insignia.server.eligibility.Award;
import org.insignia.server.eligibility.Awards;
import org.insignia.server.eligibility.Eligibility;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.Bounces;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.CandidateView;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.MergeProposal;
import org.insignia.server.results.Merges;
import org.insignia.server.results.ProviderId;
import org.insignia.server.results.Results;
import org.insignia.server.results.TakenExam;
import org.insignia.server.support.missing.Facts.Asking;
import org.insignia.server.support.missing.Facts.Issued;
import org.insignia.server.support.missing.Facts.Wanted;
import org.springframework.stereotype.Component;

/** Gathers what decides, from everywhere on the way. Changes nothing. */
@Component
final class FactGathering {
  private static final Comparator<Credential> TELLS_MOST =
      Comparator.comparing((Credential c) -> c.state() == Credential.State.ISSUED)
          .thenComparing(c -> c.state() == Credential.State.SUSPENDED)
          .thenComparing(Credential::issuedAt)
          .thenComparing(c -> c.id().value());

  private final Results results;
  private final Merges merges;
  private final Catalog catalog;
  private final Achievements achievements;
  private final Eligibility eligibility;
  private final Awards awards;
  private final Credentials credentials;
  private final Claims claims;
  private final Bounces bounces;
  private final Accounts accounts;
  private final Addresses addresses;
  private final Profiles profiles;

  FactGathering(
      Results results,
      Merges merges,
      Catalog catalog,
      Achievements achievements,
      Eligibility eligibility,
      Awards awards,
      Credentials credentials,
      Claims claims,
      Bounces bounces,
      Accounts accounts,
      Addresses addresses,
      Profiles profiles) {
    this.results = results;
    this.merges = merges;
    this.catalog = catalog;
    this.achievements = achievements;
    this.eligibility = eligibility;
    this.awards = awards;
    this.credentials = credentials;
    this.claims = claims;
    this.bounces = bounces;
    this.accounts = accounts;
    this.addresses = addresses;
    this.profiles = profiles;
  }

  /** What an exam or certification is called; empty where the catalogue does not know it. */
  Optional<Wanted> wanted(Organisation organisation, String uid, Language language) {
    if (uid.indexOf('\0') >= 0) {
      return Optional.empty(); // the database knows no such text
    }
    var version = catalog.current(organisation.id());
    var exam = version.exam(uid);
    var translated = catalog.titles(organisation.id(), List.of(version.uid(uid)), language);
    boolean active =
        achievements.of(organisation.id(), uid).filter(FactGathering::isGiven).isPresent();
    return exam.map(
            e -> {
              var title = translated.get(e.uid());
              var label = title == null || title.isEmpty() ? e.label() : e.number() + ": " + title;
              return new Wanted(organisation, e.uid(), label, Achievement.Kind.EXAM, active);
            })
        .or(() ->
            version
                .certification(uid)
                .map(c ->
                    new Wanted(
                        organisation,
                        c.uid(),
                        translated.getOrDefault(c.uid(), c.title()),
                        Achievement.Kind.CERTIFICATION,
                        active)))
        .or(() -> ofItsOwn(organisation, uid, language));
  }

  /** A badge that stands for nothing in the catalogue; drafts are nobody's business yet. */
  private Optional<Wanted> ofItsOwn(Organisation organisation, String uid, Language language) {
    return achievements
        .of(organisation.id(), uid)
        .filter(a -> a.kind() == Achievement.Kind.OWN && a.isPublic())
        .map(a -> new Wanted(organisation, uid, a.words(language).name(), a.kind(), isGiven(a)));
  }

  /** What ended stays to be claimed; what is a draft or archived is not given. */
  private static boolean isGiven(Achievement achievement) {
    return achievement.state() == Achievement.State.ACTIVE
        || achievement.state() == Achievement.State.RETIRED;
  }

  /** For the person themselves: what is known under mailboxes that are proven to be theirs. */
  Facts ofEarner(PersonId person, Wanted wanted) {
    var mailboxes = addresses.of(person);
    var proven = accounts.verifiedAddresses(person);
    var own = ownRecords(person, wanted.organisation());
    var mine = own.stream().map(CandidateView::id).collect(Collectors.toSet());
    var twins = new ArrayList<Twin>(proposed(wanted.organisation(), own));
    for (var address : proven) {
      for (var record : results.candidates(wanted.organisation().id(), address)) {
        boolean free =
            record.person().isEmpty() && record.email().filter(address::equals).isPresent();
        if (free && mine.add(record.id()) && !isAmong(twins, record)) {
          twins.add(new Twin(record, Optional.empty()));
        }
      }
    }
    boolean hidden = profiles.of(person).visibility() == Profile.Visibility.PRIVATE;
    return facts(wanted, new Asking(person, mailboxes, hidden), own, twins, proven);
  }

  /** The records that a person's account is linked with, in one organisation. */
  List<CandidateView> ownRecords(PersonId person, Organisation organisation) {
    var dossiers = results.dossiersOf(person);
    return results.of(dossiers).stream()
        .filter(d -> d.organisation().equals(organisation.id()))
        .flatMap(d -> results.candidates(d.dossier()).stream())
        .toList();
  }

  /** For staff, about somebody else. */
  Facts ofSought(Sought sought, Wanted wanted) {
    var twins = new ArrayList<>(proposed(wanted.organisation(), sought.records()));
    var own = sought.records().stream().map(CandidateView::dossier).collect(Collectors.toSet());
    for (var address : sought.mailboxes()) {
      results.candidates(wanted.organisation().id(), address).stream()
          .filter(r -> !own.contains(r.dossier()) && !isAmong(twins, r))
          .forEach(r -> twins.add(new Twin(r, Optional.empty())));
    }
    return facts(
        wanted, new Asking(null, List.of(), false), sought.records(), twins, sought.mailboxes());
  }

  private static boolean isAmong(List<Twin> twins, CandidateView record) {
    return twins.stream().anyMatch(twin -> twin.other().id().equals(record.id()));
  }

  private List<Twin> proposed(Organisation organisation, List<CandidateView> own) {
    var ids = own.stream().map(CandidateView::id).toList();
    return merges.concerning(organisation.id(), ids).stream()
        .map(proposal -> new Twin(other(proposal, own), Optional.of(proposal)))
        .toList();
  }

  private static CandidateView other(MergeProposal proposal, List<CandidateView> own) {
    boolean first = own.stream().anyMatch(r -> r.id().equals(proposal.one().id()));
    return first ? proposal.other() : proposal.one();
  }

  private Facts facts(
      Wanted wanted,
      Asking asking,
      List<CandidateView> records,
      List<Twin> twins,
      Collection<EmailAddress> mailboxes) {
    List<TakenExam> exams = records.stream().flatMap(r -> r.exams().stream()).toList();
    var rule = eligibility.explain(wanted.organisation().id(), wanted.uid(), exams);
    var told = records.stream().filter(FactGathering::isTold).toList();
    return new Facts(wanted, asking, told, twins, rule, issued(wanted, records, mailboxes));
  }

  /**
   * Whether a delivery provider told of it; those whom staff name themselves have a record, too.
   */
  private static boolean isTold(CandidateView record) {
    return ProviderId.KNOWN.contains(record.provider());
  }

  private Issued issued(
      Wanted wanted, List<CandidateView> records, Collection<EmailAddress> mailboxes) {
    var achievement = achievements.of(wanted.organisation().id(), wanted.uid());
    if (achievement.isEmpty()) {
      return new Issued(false, null, null, null);
    }
    var what = achievement.get().id();
    Set<DossierId> dossiers =
        records.stream().map(CandidateView::dossier).collect(Collectors.toSet());
    var given =
        dossiers.stream()
            .flatMap(dossier -> awards.of(dossier, what).stream())
            .filter(award -> award.state() == Award.State.GIVEN)
            .map(Award::id)
            .toList();
    Set<EmailAddress> to = new HashSet<>(mailboxes);
    records.forEach(record -> record.email().ifPresent(to::add));
    var own = new HashSet<>(mailboxes);
    var credential =
        Stream.concat(credentials.current(given).stream(), credentials.forRecipients(to).stream())
            .filter(c -> c.achievement().equals(what))
            .filter(c -> own.contains(c.recipient()) || dossiers.contains(c.dossier()))
            .max(TELLS_MOST);
    var claim = credential.flatMap(c -> claims.of(c.id()));
    return new Issued(
        !given.isEmpty(),
        credential.orElse(null),
        claim.orElse(null),
        claim.flatMap(c -> bounces.of(c.recipient())).orElse(null));
  }
}
