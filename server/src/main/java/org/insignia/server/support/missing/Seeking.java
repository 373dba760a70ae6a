package org.insignia.server.support.missing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.CandidateView;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.ProviderId;
import org.insignia.server.results.Results;
import org.springframework.stereotype.Component;

/**
 * Finds whom staff mean: by mailbox, by a provider's name and its number of the candidate, by the
 * address or id of a badge, or by a dossier's id. People of other organisations do not exist here.
 */
@Component
final class Seeking {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern NUMBERED = Pattern.compile("(\\D[\\w .-]*?)[\\s:/#]+(\\S{1,100})");

  private final Results results;
  private final Credentials credentials;

  Seeking(Results results, Credentials credentials) {
    this.results = results;
    this.credentials = credentials;
  }

  List<Sought> find(Organisation organisation, String typed) {
    var text = typed.strip();
    var mailbox = EmailAddress.parse(text);
    if (mailbox.isPresent()) {
      return byMailbox(organisation, mailbox.get());
    }
    var id = ID.matcher(text.toLowerCase(java.util.Locale.ROOT));
    if (id.find()) {
      return byId(organisation, UUID.fromString(id.group()));
    }
    var numbered = NUMBERED.matcher(text);
    return numbered.matches()
        ? ProviderId.find(numbered.group(1))
            .flatMap(p -> results.candidate(organisation.id(), p, numbered.group(2)))
            .map(record -> people(results.candidates(record.dossier())))
            .orElse(List.of())
        : List.of();
  }

  private List<Sought> byMailbox(Organisation organisation, EmailAddress mailbox) {
    var people = new ArrayList<>(people(results.candidates(organisation.id(), mailbox)));
    if (people.isEmpty()) {
      credentials.forRecipients(List.of(mailbox)).stream()
          .filter(c -> c.organisation().equals(organisation.id()))
          .findFirst()
          .ifPresent(c -> people.add(byHand(c)));
    }
    return people;
  }

  private List<Sought> byId(Organisation organisation, UUID id) {
    var badge =
        credentials
            .find(new CredentialId(id))
            .filter(c -> c.organisation().equals(organisation.id()));
    var dossier = badge.map(Credential::dossier).orElse(new DossierId(id));
    boolean ours =
        results.of(List.of(dossier)).stream()
            .anyMatch(d -> d.organisation().equals(organisation.id()));
    var records = ours ? results.candidates(dossier) : List.<CandidateView>of();
    return records.isEmpty()
        ? badge.map(c -> List.of(byHand(c))).orElse(List.of())
        : people(records);
  }

  private static Sought byHand(Credential badge) {
    var to = badge.recipient();
    return new Sought(to.value(), badge.recipientName(), List.of(), Set.of(to));
  }

  private static List<Sought> people(List<CandidateView> records) {
    Map<DossierId, List<CandidateView>> byDossier = new LinkedHashMap<>();
    records.forEach(r -> byDossier.computeIfAbsent(r.dossier(), _ -> new ArrayList<>()).add(r));
    return byDossier.entrySet().stream().map(e -> person(e.getKey(), e.getValue())).toList();
  }

  private static Sought person(DossierId dossier, List<CandidateView> records) {
    return new Sought(
        dossier.toString(),
        records.getFirst().name(),
        records,
        records.stream()
            .map(CandidateView::email)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet()));
  }
}
