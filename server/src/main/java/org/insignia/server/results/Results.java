package org.insignia.server.results;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is known of people's exams, dossier by dossier. */
@Component
public class Results {
  private final ResultStore store;
  private final Accounts accounts;

  Results(ResultStore store, Accounts accounts) {
    this.store = store;
    this.accounts = accounts;
  }

  /**
   * Dossiers of which something changed since they were taken last: a result, a merge, or that they
   * can be reached at all. Removes them from the list within the caller's transaction, so that a
   * failure puts them back.
   */
  @Transactional
  public List<DossierId> takeChanged(int limit) {
    return store.takeChanged(limit);
  }

  /**
   * Lays everybody of an organisation who can be told on the list, since what results give has
   * changed.
   */
  @Transactional
  public void reconsider(OrganisationId organisation) {
    store.changeAll(organisation);
  }

  /** Dossiers of an organisation of people who can be reached, by id, after this one. */
  public List<DossierId> of(OrganisationId organisation, @Nullable DossierId after, int limit) {
    return store.dossiers(organisation, after, limit);
  }

  /**
   * The results of these dossiers, in no particular order; a dossier that was merged into another
   * has none.
   */
  public List<DossierResults> of(Collection<DossierId> dossiers) {
    var exams =
        store.exams(dossiers).stream()
            .collect(
                Collectors.groupingBy(
                    ResultStore.Filed::dossier,
                    Collectors.mapping(ResultStore.Filed::exam, Collectors.toList())));
    return store.organisations(dossiers).entrySet().stream()
        .map(e ->
            new DossierResults(e.getKey(), e.getValue(), exams.getOrDefault(e.getKey(), List.of())))
        .toList();
  }

  /**
   * Whom a dossier speaks of; after a merge the one it was merged into. Empty only while no
   * provider has told a mailbox, which is never the case for a dossier from {@link #takeChanged}
   * that has results.
   */
  public Optional<Holder> holder(DossierId dossier) {
    return Optional.ofNullable(holders(List.of(dossier)).get(dossier));
  }

  /** As {@link #holder} for many; dossiers without a mailbox are left out. */
  public Map<DossierId, Holder> holders(Collection<DossierId> dossiers) {
    var reachable = store.reachable(dossiers);
    var owners = owners(reachable);
    Map<DossierId, ResultStore.Reachable> chosen = new LinkedHashMap<>();
    for (var candidate : reachable) {
      chosen.merge(
          candidate.asked(),
          candidate,
          (a, b) -> isProven(b, owners) && !isProven(a, owners) ? b : a);
    }
    Map<DossierId, Holder> holders = new HashMap<>();
    chosen.forEach((asked, candidate) -> holders.put(asked, holder(candidate)));
    return holders;
  }

  /** Of several mailboxes the one that the account proved to own is the right one. */
  private Map<EmailAddress, PersonId> owners(List<ResultStore.Reachable> reachable) {
    Set<EmailAddress> mailboxes =
        reachable.stream()
            .filter(r -> r.person() != null)
            .map(r -> EmailAddress.of(r.email()))
            .collect(Collectors.toSet());
    return mailboxes.isEmpty() ? Map.of() : accounts.ownersOf(mailboxes);
  }

  private static boolean isProven(
      ResultStore.Reachable candidate, Map<EmailAddress, PersonId> owners) {
    var owner = owners.get(EmailAddress.of(candidate.email()));
    return owner != null && owner.value().equals(candidate.person());
  }

  private static Holder holder(ResultStore.Reachable candidate) {
    return new Holder(
        candidate.asked(),
        candidate.organisation(),
        candidate.givenName(),
        candidate.familyName(),
        EmailAddress.of(candidate.email()),
        Language.of(candidate.language()),
        Optional.ofNullable(candidate.person()).map(PersonId::new));
  }

  /** A person's dossiers, one per organisation, and those merged into them. */
  public List<DossierId> dossiersOf(PersonId person) {
    return store.dossiersOf(person.value());
  }

  /** The candidate records that make up a dossier, the oldest first, with their results. */
  public List<CandidateView> candidates(DossierId dossier) {
    return views(store.candidatesIn(dossier));
  }

  /** The candidate records behind a mailbox, also those merged with one that has it. */
  public List<CandidateView> candidates(OrganisationId organisation, EmailAddress mailbox) {
    return views(store.candidatesIn(organisation, mailbox));
  }

  /** The candidate record of this provider's number. */
  public Optional<CandidateView> candidate(
      OrganisationId organisation, ProviderId provider, String number) {
    return store
        .numbered(organisation, provider, number)
        .flatMap(id -> views(List.of(id)).stream().findFirst());
  }

  private List<CandidateView> views(List<CandidateId> ids) {
    var views = store.candidates(ids);
    return ids.stream().map(views::get).filter(Objects::nonNull).toList();
  }
}
