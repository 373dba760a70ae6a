package org.insignia.server.claims;

import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.issuing.Credential;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.springframework.stereotype.Component;

/** "Your badge was withdrawn", with the reason that was given. */
@Component
final class WithdrawnLetter implements MailLetter {
  static final String KIND = "badge-withdrawn";

  private final BadgeLetters letters;

  WithdrawnLetter(BadgeLetters letters) {
    this.letters = letters;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Letter> write(UUID ref) {
    return letters
        .badge(ref)
        .filter(badge -> badge.credential().state() == Credential.State.REVOKED)
        .map(this::letter);
  }

  private Letter letter(BadgeLetters.Badge badge) {
    var blocks = new ArrayList<Draft.Block>();
    blocks.add(
        new Draft.Heading(letters.text(badge, "claims.mail.withdrawn.title", badge.title())));
    blocks.add(
        new Draft.Paragraph(
            letters.text(
                badge,
                "claims.mail.withdrawn.text",
                badge.credential().recipientName(),
                badge.issuer().name())));
    var reason = letters.reason(badge);
    if (!reason.isEmpty()) {
      blocks.add(new Draft.Quote(reason));
    }
    blocks.add(
        new Draft.Paragraph(
            letters.text(badge, "claims.mail.withdrawn.contact", badge.issuer().name())));
    return letters.write(
        badge,
        letters.text(badge, "claims.mail.withdrawn.subject", badge.title(), badge.issuer().name()),
        blocks);
  }
}
