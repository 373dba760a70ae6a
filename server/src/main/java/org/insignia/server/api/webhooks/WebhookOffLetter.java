package org.insignia.server.api.webhooks;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

/** Says that a subscription was switched off, and where to switch it on again. */
@Component
final class WebhookOffLetter implements MailLetter {
  static final String KIND = "webhook-off";

  private final WebhookStore webhooks;
  private final StaffMailboxes staff;
  private final Organisations organisations;
  private final LetterPaper paper;
  private final Texts texts;
  private final Settings settings;

  WebhookOffLetter(
      WebhookStore webhooks,
      StaffMailboxes staff,
      Organisations organisations,
      LetterPaper paper,
      Texts texts,
      Settings settings) {
    this.webhooks = webhooks;
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
    return webhooks
        .ofNotice(ref)
        .filter(w -> w.state() == Webhook.State.FAILED)
        .flatMap(w ->
            staff
                .leaderOrOffice(w.organisation())
                .map(to -> paper.write(to.address(), draft(w, to.language()))));
  }

  private Draft draft(Webhook webhook, Language language) {
    var organisation = organisations.get(webhook.organisation());
    var host = String.valueOf(webhook.url().getHost());
    return paper.ofHouse(
        language,
        texts.text(language, "api.mail.webhook-off.subject", host),
        List.of(
            new Draft.Heading(texts.text(language, "api.mail.webhook-off.title")),
            new Draft.Paragraph(texts.text(language, "api.mail.webhook-off.text", host)),
            new Draft.Button(
                texts.text(language, "api.mail.webhook-off.button"),
                settings.url("/console/" + organisation.slug() + "/webhooks/" + webhook.id()))),
        texts.text(language, "api.mail.webhook-off.why", organisation.name()));
  }
}
