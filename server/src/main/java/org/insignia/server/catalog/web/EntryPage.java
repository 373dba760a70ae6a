package org.insignia.server.catalog.web;

import java.util.List;
import org.insignia.server.catalog.model.EntryText.SkillPhrase;

/**
 * One exam or certification.
 *
 * @param certification whether it is one; else an exam
 * @param image address of its badge; empty where it gives none
 * @param criteria how it is earned, in a sentence
 * @param badge key of what an exam gives; empty for certifications
 * @param basis key of where the requirement was read; empty for exams
 * @param related certifications that need it, or that are given in its place
 */
public record EntryPage(
    String slug,
    boolean certification,
    String uid,
    String code,
    String title,
    EntryState state,
    String image,
    String criteria,
    String badge,
    String basis,
    List<Fact> facts,
    List<Link> related,
    List<TextOf> texts,
    List<Part> parts) {
  public EntryPage {
    facts = List.copyOf(facts);
    related = List.copyOf(related);
    texts = List.copyOf(texts);
    parts = List.copyOf(parts);
  }

  /** A labelled list of words from the source. */
  public record Fact(String key, String value) {}

  public record Link(String path, String title) {}

  /**
   * A part of the requirement, with its parts.
   *
   * @param key what to say of a combination; empty for an exam or certification
   * @param needed {0} of the key
   * @param path empty where the entry is unknown
   */
  public record Part(
      String key, int needed, String path, String title, EntryState state, List<Part> parts) {
    public Part {
      parts = List.copyOf(parts);
    }
  }

  /**
   * The source's texts in one locale.
   *
   * @param locale BCP 47, for the {@code lang} attribute
   * @param paragraphs plain text
   */
  public record TextOf(
      String locale,
      String localeName,
      String title,
      String subTitle,
      List<String> paragraphs,
      List<SkillPhrase> skills) {
    public TextOf {
      paragraphs = List.copyOf(paragraphs);
      skills = List.copyOf(skills);
    }
  }
}
