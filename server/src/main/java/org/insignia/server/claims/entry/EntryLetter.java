package org.insignia.server.claims.entry;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.claims.BadgeLetters;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.Credential;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.letters.Draft;
import org.insignia.server.platform.letters.LetterPaper;
import org.insignia.server.platform.mail.Letter;
import org.insignia.server.platform.mail.MailLetter;
import org.insignia.server.platform.secrets.SecretLinks;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/**
 * The link that lets in, and which badges wait behind it; not written where there is neither an
 * account nor a badge.
 */
@Component
final class EntryLetter implements MailLetter {
  static final String KIND = "claim-entry";
  private static final int NAMED = 10;

  private final WishStore store;
  private final Accounts accounts;
  private final Claims claims;
  private final BadgeLetters badges;
  private final SecretLinks links;
  private final LetterPaper paper;
  private final Texts texts;
  private final Settings settings;
  private final Clock clock;

  EntryLetter(
      WishStore store,
      Accounts accounts,
      Claims claims,
      BadgeLetters badges,
      SecretLinks links,
      LetterPaper paper,
      Texts texts,
      Settings settings,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.claims = claims;
    this.badges = badges;
    this.links = links;
    this.paper = paper;
    this.texts = texts;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isUrgent() {
    return true;
  }

  @Override
  public Optional<Letter> write(UUID ref) {
    return store
        .find(ref)
        .flatMap(wish -> {
          var waiting = waiting(wish);
          return waiting.isEmpty() && accounts.ownerOf(wish.address()).isEmpty()
              ? Optional.empty()
              : Optional.of(paper.write(wish.address(), draft(wish, waiting)));
        });
  }

  private List<BadgeLetters.Badge> waiting(Wish wish) {
    return claims.waitingAt(wish.address()).stream()
        .map(Claim::credential)
        .limit(NAMED)
        .flatMap(id -> badges.badge(id.value()).stream())
        .filter(badge -> badge.credential().state() == Credential.State.ISSUED)
        .toList();
  }

  private Draft draft(Wish wish, List<BadgeLetters.Badge> waiting) {
    var language = wish.language();
    var link =
        links.fresh(
            "/enter/",
            token -> store.token(wish.id(), token.hash(), clock.instant().plus(EntryLinks.VALID)));
    var blocks = new ArrayList<Draft.Block>();
    blocks.add(new Draft.Heading(texts.text(language, "claims.mail.entry.title")));
    if (!waiting.isEmpty()) {
      blocks.add(
          new Draft.Paragraph(texts.plural(language, "claims.home.waiting", waiting.size()) + ":"));
      for (var badge : waiting) {
        blocks.add(
            new Draft.Paragraph(
                texts.text(
                    language, "claims.mail.entry.badge", badge.title(), badge.issuer().name())));
      }
    }
    blocks.add(new Draft.Paragraph(texts.text(language, "claims.mail.entry.text")));
    blocks.add(new Draft.Button(texts.text(language, "claims.mail.entry.button"), link));
    blocks.add(new Draft.Paragraph(texts.text(language, "claims.mail.entry.valid")));
    return paper.ofHouse(
        language,
        texts.text(language, "claims.mail.entry.subject"),
        blocks,
        texts.text(language, "claims.mail.entry.why", settings.baseUrl().getHost()));
  }
}
