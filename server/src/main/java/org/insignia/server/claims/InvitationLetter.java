package org.insignia.server.claims;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.claims.Claim.State;
import org.insignia.server.issuing.Credential;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.springframework.stereotype.Component;

/**
 * "You have earned a badge": the badge, and the link to accept it. Not written once it was decided
 * or withdrawn.
 */
@Component
final class InvitationLetter implements MailLetter {
  static final String KIND = "claim-invitation";

  private final BadgeLetters letters;
  private final ClaimLinks links;
  private final ClaimStore claims;

  InvitationLetter(BadgeLetters letters, ClaimLinks links, ClaimStore claims) {
    this.letters = letters;
    this.links = links;
    this.claims = claims;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Letter> write(UUID ref) {
    return letters.badge(ref).filter(this::isWanted).map(this::letter);
  }

  private boolean isWanted(BadgeLetters.Badge badge) {
    return badge.credential().state() == Credential.State.ISSUED
        && claims.find(badge.credential().id()).filter(c -> c.state() == State.PENDING).isPresent();
  }

  private Letter letter(BadgeLetters.Badge badge) {
    var link = links.fresh(badge.credential().id());
    var picture = new Draft.Picture(URI.create(link + "/image.png"), badge.title());
    return letters.write(
        badge,
        letters.text(badge, "claims.mail.invitation.subject", badge.title(), badge.issuer().name()),
        List.of(
            new Draft.Heading(letters.text(badge, "claims.mail.invitation.title", badge.title())),
            picture,
            new Draft.Paragraph(
                letters.text(
                    badge,
                    "claims.mail.invitation.text",
                    badge.credential().recipientName(),
                    badge.issuer().name(),
                    badge.title())),
            new Draft.Button(letters.text(badge, "claims.mail.invitation.button"), link),
            new Draft.Paragraph(letters.text(badge, "claims.mail.invitation.lost"))));
  }
}
