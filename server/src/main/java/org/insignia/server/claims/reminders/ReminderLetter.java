package org.insignia.server.claims.reminders;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.claims.BadgeLetters;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.ClaimLinks;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.springframework.stereotype.Component;

/** "Your badge is still waiting", with a way to hear no more of it. */
@Component
final class ReminderLetter implements MailLetter {
  static final String KIND = "claim-reminder";

  private final Reminding reminding;
  private final BadgeLetters letters;
  private final ClaimLinks links;
  private final ReminderStops stops;

  ReminderLetter(Reminding reminding, BadgeLetters letters, ClaimLinks links, ReminderStops stops) {
    this.reminding = reminding;
    this.letters = letters;
    this.links = links;
    this.stops = stops;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Letter> write(UUID ref) {
    return reminding
        .stillWanted(ref)
        .flatMap(
            claim -> letters.badge(claim.credential().value()).map(badge -> letter(badge, claim)));
  }

  private Letter letter(BadgeLetters.Badge badge, Claim claim) {
    var link = links.fresh(claim.credential());
    var stop = stops.link(claim.recipient());
    var name = badge.credential().recipientName();
    var issuer = badge.issuer().name();
    var blocks =
        List.<Draft.Block>of(
            new Draft.Heading(letters.text(badge, "claims.mail.reminder.title", badge.title())),
            new Draft.Picture(URI.create(link + "/image.png"), badge.title()),
            new Draft.Paragraph(
                letters.text(badge, "claims.mail.reminder.text", name, issuer, badge.title())),
            new Draft.Button(letters.text(badge, "claims.mail.invitation.button"), link),
            new Draft.Paragraph(letters.text(badge, "claims.mail.reminder.ignore")),
            new Draft.SmallLink(letters.text(badge, "claims.mail.reminder.stop"), stop));
    return letters
        .write(
            badge,
            letters.text(badge, "claims.mail.reminder.subject", badge.title(), issuer),
            blocks)
        .endedAt(stop);
  }
}
