package org.insignia.server.certificates.sheet;

import java.util.ArrayList;
import java.util.List;
import org.insignia.server.certificates.design.CertificateDesign;
import org.insignia.server.certificates.design.Placeholder;
import org.insignia.server.certificates.design.Signatory;
import org.insignia.server.certificates.design.Wording;
import org.insignia.server.certificates.sheet.Inscription.Alternatives;
import org.insignia.server.certificates.sheet.Inscription.Fact;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/** Puts the words of a certificate together: the organisation's where it has some, else ours. */
@Component
public class Inscriptions {
  private final Texts texts;
  private final Settings settings;

  Inscriptions(Texts texts, Settings settings) {
    this.texts = texts;
    this.settings = settings;
  }

  /** The product's own words, with their placeholders. */
  public Wording house(Language language) {
    return new Wording(
        texts.text(language, "certificates.sheet.heading"),
        texts.text(language, "certificates.sheet.introduction"),
        texts.text(language, "certificates.sheet.statement"),
        texts.text(language, "certificates.sheet.closing"));
  }

  /** The words on a certificate about this. */
  public Inscription of(Subject subject, CertificateDesign design, Language language) {
    var words = design.wording(language);
    var house = house(language);
    var verifyAt = settings.url("/verify/" + subject.number());
    return new Inscription(
        language,
        subject.organisation(),
        words(Wording.Part.HEADING, words, house, subject, language),
        words(Wording.Part.INTRODUCTION, words, house, subject, language),
        subject.name(),
        words(Wording.Part.STATEMENT, words, house, subject, language),
        subject.title(),
        subject.titleLanguage(),
        words(Wording.Part.CLOSING, words, house, subject, language),
        facts(subject, language),
        texts.text(language, "certificates.sheet.verify"),
        verifyAt,
        new Alternatives(
            texts.text(
                language,
                "certificates.sheet.subject",
                subject.number(),
                subject.name(),
                subject.title()),
            texts.text(language, "certificates.sheet.alt.qr", verifyAt.toString()),
            texts.text(language, "certificates.sheet.alt.badge", subject.title()),
            texts.text(language, "certificates.sheet.alt.logo", subject.organisation()),
            design.signatories().stream()
                .map(Signatory::name)
                .map(name -> texts.text(language, "certificates.sheet.alt.signature", name))
                .toList()));
  }

  private String words(
      Wording.Part part, Wording own, Wording house, Subject subject, Language language) {
    var text = own.of(part).isEmpty() ? house.of(part) : own.of(part);
    return Placeholder.fill(text, placeholder -> value(placeholder, subject, language));
  }

  private String value(Placeholder placeholder, Subject subject, Language language) {
    var until = subject.until();
    return switch (placeholder) {
      case NAME -> subject.name();
      case CERTIFICATION -> subject.title();
      case ORGANISATION -> subject.organisation();
      case ISSUED -> texts.date(language, subject.issued());
      case EXPIRES -> until == null ? "–" : texts.date(language, until);
      case NUMBER -> subject.number();
    };
  }

  private List<Fact> facts(Subject subject, Language language) {
    var facts = new ArrayList<Fact>();
    var until = subject.until();
    facts.add(fact(language, "certificates.sheet.issued", texts.date(language, subject.issued())));
    if (until != null) {
      facts.add(fact(language, "certificates.sheet.until", texts.date(language, until)));
    }
    facts.add(fact(language, "certificates.sheet.number", subject.number()));
    return facts;
  }

  private Fact fact(Language language, String key, String value) {
    return new Fact(texts.text(language, key), value);
  }
}
