package org.insignia.server.platform.i18n;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of the product: every page, mail and document exists in each. */
public enum Language {
  EN("en", "English"),
  ES("es", "Español"),
  PT_BR("pt-BR", "Português (Brasil)"),
  ZH_CN("zh-CN", "简体中文"),
  IT("it", "Italiano");

  private final String tag;
  private final String ownName;
  private final Locale locale;

  Language(String tag, String ownName) {
    this.tag = tag;
    this.ownName = ownName;
    this.locale = Locale.forLanguageTag(tag);
  }

  /** The BCP 47 tag, for example {@code pt-BR}. */
  public String tag() {
    return tag;
  }

  /** The language's name in itself. */
  public String ownName() {
    return ownName;
  }

  /** The locale by which dates and numbers are written. */
  public Locale locale() {
    return locale;
  }

  /** The end of a bundle's file name: empty for English, else for example {@code _pt_BR}. */
  String suffix() {
    return this == EN ? "" : "_" + tag.replace('-', '_');
  }

  /**
   * The language that serves a BCP 47 tag best ({@code pt}, {@code zh-Hans-SG}, {@code es-419}), if
   * one does.
   */
  public static Optional<Language> find(String bcp47) {
    var wanted = Locale.forLanguageTag(bcp47.replace('_', '-')).getLanguage();
    for (var language : values()) {
      if (!wanted.isEmpty() && language.locale().getLanguage().equals(wanted)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** As {@link #find}, English where none serves. */
  public static Language of(String bcp47) {
    return find(bcp47).orElse(EN);
  }

  /**
   * The best language for an {@code Accept-Language} header; English where nothing fits or the
   * header is unreadable.
   */
  public static Language accepted(String header) {
    try {
      for (var range : Locale.LanguageRange.parse(header.length() > 500 ? "en" : header)) {
        var found = find(range.getRange());
        if (range.getWeight() > 0 && found.isPresent()) {
          return found.get();
        }
      }
    } catch (IllegalArgumentException unreadable) {
      return EN;
    }
    return EN;
  }

  /** All of them, English first. */
  public static List<Language> all() {
    return List.of(values());
  }
}
