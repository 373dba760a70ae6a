package org.insignia.server.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.catalog.about.Particulars;
import org.insignia.server.catalog.design.DesignId;
import org.insignia.server.catalog.wording.Words;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a badge is for.
 *
 * @param sourceUid the exam or certification; of {@link Kind#OWN} a name of its own, which no entry
 *     of the catalogue has
 * @param slug its name in addresses, unique in the organisation
 * @param design names the present look; badges keep the look they were issued with
 * @param lastDay the last day on which it can be earned; null while there is none
 * @param main the language that has words always; the others may lack
 * @param texts by language
 */
public record Achievement(
    AchievementId id,
    OrganisationId organisation,
    String sourceUid,
    Kind kind,
    State state,
    String slug,
    DesignId design,
    @Nullable LocalDate lastDay,
    Language main,
    Map<Language, Words> texts,
    Particulars particulars) {
  public Achievement {
    texts = Map.copyOf(texts);
  }

  /** What it is made of. */
  public enum Kind {
    EXAM,
    CERTIFICATION,
    /** Nothing of the catalogue: staff made it, and staff issue it. */
    OWN
  }

  /** Whether it can be earned. */
  public enum State {
    /** Being made: only staff see it, and nobody gets it yet. */
    DRAFT,
    ACTIVE,
    /** No longer to be earned; what was earned stays. */
    RETIRED,
    /** The catalogue, the rules or staff no longer give it; what was earned stays. */
    ARCHIVED
  }

  /** Whether everybody may see what it is: it is out of the draft. */
  public boolean isPublic() {
    return state != State.DRAFT;
  }

  /** Whether new badges of it may be listed and offered. */
  public boolean isOffered() {
    return state == State.ACTIVE || state == State.RETIRED;
  }

  /** The words in a language, or in the main one. */
  public Words words(Language language) {
    Words words = Optional.ofNullable(texts.get(language)).orElse(texts.get(main));
    if (words == null) {
      throw new IllegalStateException("achievement without words: " + id);
    }
    return words;
  }

  /** The language of {@link #words(Language)}. */
  public Language spoken(Language wanted) {
    return texts.containsKey(wanted) ? wanted : main;
  }

  /** Its name in English, or in the main language. */
  public String name() {
    return words(Language.EN).name();
  }

  /** Skill phrases in English, or in the main language. */
  public List<String> skills() {
    return words(Language.EN).skills();
  }
}
