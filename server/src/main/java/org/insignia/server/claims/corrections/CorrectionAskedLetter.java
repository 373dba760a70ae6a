package org.insignia.server.claims.corrections;

import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.claims.BadgeLetters;
import org.insignia.server.organisations.StaffMailboxes;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.letters.LetterPaper;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/** Tells an organisation that somebody asks for a correction. */
@Component
final class CorrectionAskedLetter implements MailLetter {
  static final String KIND = "correction-asked";

  private final CorrectionStore store;
  private final StaffMailboxes staff;
  private final BadgeLetters letters;
  private final LetterPaper paper;
  private final Texts texts;
  private final Settings settings;

  CorrectionAskedLetter(
      CorrectionStore store,
      StaffMailboxes staff,
      BadgeLetters letters,
      LetterPaper paper,
      Texts texts,
      Settings settings) {
    this.store = store;
    this.staff = staff;
    this.letters = letters;
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
    return store
        .find(ref)
        .filter(c -> c.state() == Correction.State.OPEN)
        .flatMap(c ->
            letters
                .badge(c.credential().value())
                .flatMap(badge ->
                    staff
                        .office(c.organisation())
                        .map(to -> paper.write(to.address(), draft(c, badge, to.language())))));
  }

  private Draft draft(Correction correction, BadgeLetters.Badge badge, Language language) {
    var blocks = new ArrayList<Draft.Block>();
    blocks.add(new Draft.Heading(texts.text(language, "claims.mail.correction.title")));
    blocks.add(
        new Draft.Paragraph(
            texts.text(
                language,
                "claims.mail.correction.text",
                correction.nameBefore(),
                correction.nameAsked(),
                badge.title())));
    if (!correction.note().isEmpty()) {
      blocks.add(new Draft.Quote(correction.note()));
    }
    blocks.add(
        new Draft.Button(
            texts.text(language, "claims.mail.correction.button"),
            settings.url("/console/" + badge.issuer().slug() + "/corrections")));
    return paper.ofHouse(
        language,
        texts.text(language, "claims.mail.correction.subject", badge.title()),
        blocks,
        texts.text(language, "claims.mail.correction.why", badge.issuer().name()));
  }
}
