package org.insignia.server.claims.corrections;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.claims.BadgeLetters;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.springframework.stereotype.Component;

/** "Your issuer does not correct the name", with the reason that was given. */
@Component
final class CorrectionDeclinedLetter implements MailLetter {
  static final String KIND = "correction-declined";

  private final CorrectionStore store;
  private final BadgeLetters letters;

  CorrectionDeclinedLetter(CorrectionStore store, BadgeLetters letters) {
    this.store = store;
    this.letters = letters;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Letter> write(UUID ref) {
    return store
        .find(ref)
        .filter(c -> c.state() == Correction.State.DECLINED)
        .flatMap(c -> letters.badge(c.credential().value()).map(badge -> letter(c, badge)));
  }

  private Letter letter(Correction correction, BadgeLetters.Badge badge) {
    var issuer = badge.issuer().name();
    return letters.write(
        badge,
        letters.text(badge, "claims.mail.declined.subject", badge.title(), issuer),
        List.of(
            new Draft.Heading(letters.text(badge, "claims.mail.declined.title", issuer)),
            new Draft.Paragraph(
                letters.text(
                    badge, "claims.mail.declined.text", correction.nameAsked(), badge.title())),
            new Draft.Quote(Objects.requireNonNullElse(correction.reason(), "")),
            new Draft.Paragraph(letters.text(badge, "claims.mail.withdrawn.contact", issuer))));
  }
}
