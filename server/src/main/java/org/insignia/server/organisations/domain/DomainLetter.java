package org.insignia.server.organisations.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.StaffMailboxes;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.letters.LetterPaper;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/** Says that the proof of a domain is not found any more, or that the mark is lost by now. */
@Component
final class DomainLetter implements MailLetter {
  static final String KIND = "domain-proof";

  private final DomainStore store;
  private final StaffMailboxes staff;
  private final Organisations organisations;
  private final LetterPaper paper;
  private final Texts texts;
  private final Settings settings;

  DomainLetter(
      DomainStore store,
      StaffMailboxes staff,
      Organisations organisations,
      LetterPaper paper,
      Texts texts,
      Settings settings) {
    this.store = store;
    this.staff = staff;
    this.organisations = organisations;
    this.paper = paper;
    this.texts = texts;
    this.settings = settings;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Letter> write(UUID ref) {
    var organisation = new OrganisationId(ref);
    return store
        .find(organisation)
        .filter(p -> p.provenAt() == null || p.failingSince() != null)
        .flatMap(p ->
            staff
                .leader(organisation)
                .map(to ->
                    paper.write(
                        to.address(), draft(p, organisations.get(organisation), to.language()))));
  }

  private Draft draft(DomainProof proof, Organisation organisation, Language language) {
    var since = proof.failingSince();
    var text =
        since == null
            ? texts.text(language, "organisations.mail.domain.lost", proof.domain())
            : texts.text(
                language,
                "organisations.mail.domain.missing",
                proof.domain(),
                texts.date(language, since.plus(DomainProofs.GRACE)));
    return paper.ofHouse(
        language,
        texts.text(language, "organisations.mail.domain.subject", proof.domain()),
        List.of(
            new Draft.Heading(texts.text(language, "organisations.mail.domain.title")),
            new Draft.Paragraph(text),
            new Draft.Button(
                texts.text(language, "organisations.mail.domain.button"),
                settings.url("/console/" + organisation.slug() + "/domain"))),
        texts.text(language, "organisations.mail.domain.why", organisation.name()));
  }
}
