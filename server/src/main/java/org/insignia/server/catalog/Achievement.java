package org.insignia.server.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.catalog.design.Design;
import org.insignia.server.catalog.design.DesignId;
import org.insignia.server.catalog.wording.Words;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a badge is for.
 *
 * @param sourceUid the exam or certification
 * @param slug its name in addresses, unique in the organisation
 * @param design names the present look; badges keep the look they were issued with
 * @param lastDay the last day on which it can be earned; null while there is none
 * @param texts by language; English always
 */
public record Achievement(
    AchievementId id,
    OrganisationId organisation,
    String sourceUid,
    Kind kind,
    State state,
    String slug,
    DesignId design,
    Design look,
    @Nullable LocalDate lastDay,
    Map<Language, Words> texts) {
  public Achievement {
    texts = Map.copyOf(texts);
  }

  /** What it is made of. */
  public enum Kind {
    EXAM,
    CERTIFICATION
  }

  /** Whether it can be earned. */
  public enum State {
    ACTIVE,
    /** No longer to be earned; what was earned stays. */
    RETIRED,
    /** The catalogue or the rules no longer give it; what was earned stays. */
    ARCHIVED
  }

  /** The words in a language, or in English. */
  public Words words(Language language) {
    Words words = Optional.ofNullable(texts.get(language)).orElse(texts.get(Language.EN));
    if (words == null) {
      throw new IllegalStateException("achievement without words: " + id);
    }
    return words;
  }

  /** Its English name. */
  public String name() {
    return words(Language.EN).name();
  }

  /** English skill phrases. */
  public List<String> skills() {
    return words(Language.EN).skills();
  }
}
