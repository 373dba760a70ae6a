package org.insignia.server.catalog.wording;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.EntryText;
import org.insignia.server.catalog.model.EntryText.SkillPhrase;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.springframework.stereotype.Component;

/** The words of achievements: from the source where it has them, from the requirement otherwise. */
@Component
public final class EntryWords {
  private final Texts texts;
  private final RequirementSentences sentences;

  EntryWords(Texts texts, RequirementSentences sentences) {
    this.texts = texts;
    this.sentences = sentences;
  }

  /**
   * @param byLocale the source's texts
   * @param own titles that staff gave it; they count more
   */
  public Map<Language, Words> of(
      Exam exam, Map<String, EntryText> byLocale, Map<Language, String> own) {
    Map<Language, Words> words = new EnumMap<>(Language.class);
    for (Language language : Language.all()) {
      Optional<EntryText> source = Locales.text(byLocale, language);
      words.put(
          language,
          words(
              texts.text(language, "catalog.name.exam", label(exam, title(own, source, language))),
              texts.text(
                  language, "catalog.description.exam", label(exam, title(own, source, language))),
              sentences.of(exam, language),
              source,
              language));
    }
    return words;
  }

  /**
   * @param byLocale the source's texts
   * @param own titles that staff gave it; they count more
   */
  public Map<Language, Words> of(
      Certification certification,
      CatalogVersion catalog,
      Map<String, EntryText> byLocale,
      Map<Language, String> own) {
    Map<Language, Words> words = new EnumMap<>(Language.class);
    for (Language language : Language.all()) {
      Optional<EntryText> source = Locales.text(byLocale, language);
      words.put(
          language,
          words(
              title(own, source, language).orElse(certification.title()),
              texts.text(language, "catalog.description.certification", certification.title()),
              sentences.of(certification, catalog, language),
              source,
              language));
    }
    return words;
  }

  /** A title that a source gives in this language; empty where it has only the English one. */
  public static Optional<String> title(Map<String, EntryText> byLocale, Language language) {
    return translated(Locales.text(byLocale, language));
  }

  private static Optional<String> title(
      Map<Language, String> own, Optional<EntryText> source, Language language) {
    return own.isEmpty() ? translated(source) : Optional.ofNullable(own.get(language));
  }

  private static String label(Exam exam, Optional<String> title) {
    return title.map(known -> exam.number() + ": " + known).orElse(exam.label());
  }

  /**
   * Most titles are English in every locale, some of them stale: only a translated one is taken.
   */
  private static Optional<String> translated(Optional<EntryText> source) {
    return source
        .map(EntryText::title)
        .filter(title -> title.codePoints().anyMatch(c -> c > 127 && Character.isLetter(c)));
  }

  private Words words(
      String name, String general, String criteria, Optional<EntryText> source, Language language) {
    List<String> skills =
        source.map(EntryText::skills).orElse(List.of()).stream().map(SkillPhrase::text).toList();
    StringBuilder description = new StringBuilder(general);
    String subTitle = source.map(EntryText::subTitle).orElse("").strip();
    if (!subTitle.isEmpty()) {
      description.append("\n\n").append(subTitle);
    } else if (!skills.isEmpty()) {
      String list = String.join(texts.text(language, "catalog.description.separator"), skills);
      description.append("\n\n").append(texts.text(language, "catalog.description.skills", list));
    }
    return new Words(name, description.toString(), criteria, skills);
  }
}
