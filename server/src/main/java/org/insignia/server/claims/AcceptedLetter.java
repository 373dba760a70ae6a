package org.insignia.server.claims;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.claims.Claim.State;
import org.insignia.server.issuing.Credential;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/** "A new badge is in your account", for those who want them without being asked. */
@Component
final class AcceptedLetter implements MailLetter {
  static final String KIND = "badge-accepted";

  private final BadgeLetters letters;
  private final ClaimStore claims;
  private final Settings settings;

  AcceptedLetter(BadgeLetters letters, ClaimStore claims, Settings settings) {
    this.letters = letters;
    this.claims = claims;
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
        .flatMap(badge ->
            claims
                .find(badge.credential().id())
                .filter(claim -> claim.state() == State.ACCEPTED)
                .map(claim -> letter(badge, claim)));
  }

  private Letter letter(BadgeLetters.Badge badge, Claim claim) {
    var shown =
        claim.isPublic()
            ? letters.text(badge, "claims.visibility.public-text")
            : letters.text(badge, "claims.visibility.private-text");
    return letters.write(
        badge,
        letters.text(badge, "claims.mail.invitation.subject", badge.title(), badge.issuer().name()),
        List.of(
            new Draft.Heading(letters.text(badge, "claims.mail.invitation.title", badge.title())),
            new Draft.Paragraph(
                letters.text(
                    badge,
                    "claims.mail.accepted.text",
                    badge.credential().recipientName(),
                    badge.issuer().name(),
                    badge.title())),
            new Draft.Paragraph(shown),
            new Draft.Button(
                letters.text(badge, "claims.mail.replaced.button"), settings.url("/home")),
            new Draft.SmallLink(
                letters.text(badge, "claims.mail.accepted.off"),
                settings.url("/home/auto-accept"))));
  }
}
