package org.insignia.server.claims;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.issuing.Credential;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/**
 * "Your badge was replaced by a corrected one", which stands where the old one stood; nothing is
 * left to do.
 */
@Component
final class ReplacedLetter implements MailLetter {
  static final String KIND = "badge-replaced";

  private final BadgeLetters letters;
  private final Settings settings;

  ReplacedLetter(BadgeLetters letters, Settings settings) {
    this.letters = letters;
    this.settings = settings;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Letter> write(UUID ref) {
    return letters
        .badge(ref)
        .filter(badge -> badge.credential().state() == Credential.State.ISSUED)
        .map(this::letter);
  }

  private Letter letter(BadgeLetters.Badge badge) {
    return letters.write(
        badge,
        letters.text(badge, "claims.mail.replaced.subject", badge.title(), badge.issuer().name()),
        List.of(
            new Draft.Heading(letters.text(badge, "claims.mail.replaced.title", badge.title())),
            new Draft.Paragraph(
                letters.text(
                    badge,
                    "claims.mail.replaced.text",
                    badge.credential().recipientName(),
                    badge.issuer().name())),
            new Draft.Button(
                letters.text(badge, "claims.mail.replaced.button"), settings.url("/home"))));
  }
}
