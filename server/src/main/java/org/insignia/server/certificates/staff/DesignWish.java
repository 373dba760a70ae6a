package org.insignia.server.certificates.staff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.certificates.design.CertificateDesign;
import org.insignia.server.certificates.design.PictureId;
import org.insignia.server.certificates.design.Signatory;
import org.insignia.server.certificates.design.Wording;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a form says of a design, as it was typed: it comes back whole, however wrong it is.
 *
 * @param logo id of a picture that is kept; empty: none
 * @param signatories always two; one without a name signs nothing
 * @param wordings by language and part
 */
public record DesignWish(
    String colour,
    String ornament,
    String logo,
    List<Signer> signatories,
    Map<Language, Map<Wording.Part, String>> wordings) {
  private static final int LONGEST = 1000;

  /** One who signs, as typed. */
  public record Signer(String name, String title, String signature) {
    boolean isEmpty() {
      return name.isEmpty() && title.isEmpty() && signature.isEmpty();
    }
  }

  public DesignWish {
    signatories = List.copyOf(signatories);
    wordings = Map.copyOf(wordings);
  }

  /** What a design says. */
  public static DesignWish of(CertificateDesign design) {
    var signers = new ArrayList<Signer>();
    for (int i = 0; i < CertificateDesign.MOST_SIGNATORIES; i++) {
      signers.add(
          i < design.signatories().size()
              ? signer(design.signatories().get(i))
              : new Signer("", "", ""));
    }
    return new DesignWish(
        design.colour(),
        design.ornament(),
        text(design.logo()),
        signers,
        wordings((language, part) -> design.wording(language).of(part)));
  }

  private static Signer signer(Signatory signatory) {
    return new Signer(signatory.name(), signatory.title(), text(signatory.signature()));
  }

  private static String text(@Nullable PictureId id) {
    return id == null ? "" : id.value().toString();
  }

  private static Map<Language, Map<Wording.Part, String>> wordings(
      java.util.function.BiFunction<Language, Wording.Part, String> words) {
    Map<Language, Map<Wording.Part, String>> all = new EnumMap<>(Language.class);
    for (var language : Language.all()) {
      Map<Wording.Part, String> parts = new EnumMap<>(Wording.Part.class);
      for (var part : Wording.Part.values()) {
        parts.put(part, words.apply(language, part));
      }
      all.put(language, Map.copyOf(parts));
    }
    return all;
  }

  /**
   * What a form says.
   *
   * @param logo the picture that was sent along or kept; empty: none
   * @param signatures the same of both who sign
   */
  static DesignWish read(Map<String, String> form, String logo, List<String> signatures) {
    var signers = new ArrayList<Signer>();
    for (int i = 1; i <= CertificateDesign.MOST_SIGNATORIES; i++) {
      signers.add(
          new Signer(plain(form, "name" + i), plain(form, "title" + i), signatures.get(i - 1)));
    }
    return new DesignWish(
        plain(form, "colour").toLowerCase(Locale.ROOT),
        plain(form, "ornament").toLowerCase(Locale.ROOT),
        logo,
        signers,
        wordings((language, part) -> plain(form, field(part, language))));
  }

  /** The name of a field of the form. */
  public static String field(Wording.Part part, Language language) {
    return part.word() + "-" + language.tag();
  }

  private static String plain(Map<String, String> form, String field) {
    return plain(form.getOrDefault(field, ""));
  }

  /** One line, without what cannot be seen or turns letters around. */
  public static String plain(String text) {
    var cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return cut.replaceAll("[\\p{Cc}\\s]+", " ")
        .replaceAll("[\\u202a-\\u202e\\u2066-\\u2069\\p{Cs}]", "")
        .strip();
  }

  /** The words of a part, as typed. */
  public String of(Language language, Wording.Part part) {
    return wordings.getOrDefault(language, Map.of()).getOrDefault(part, "");
  }

  /**
   * The design, if all of it is right.
   *
   * @param problems gets what is not, in words, by field
   */
  public Optional<CertificateDesign> design(Problems problems, Complaints complaints) {
    colour("colour", colour, problems, complaints);
    colour("ornament", ornament, problems, complaints);
    for (int i = 0; i < signatories.size(); i++) {
      check(signatories.get(i), i + 1, problems, complaints);
    }
    Map<Language, Wording> words = new EnumMap<>(Language.class);
    for (var language : Language.all()) {
      check(language, problems, complaints);
      var wording =
          new Wording(
              of(language, Wording.Part.HEADING),
              of(language, Wording.Part.INTRODUCTION),
              of(language, Wording.Part.STATEMENT),
              of(language, Wording.Part.CLOSING));
      if (!wording.isEmpty()) {
        words.put(language, wording);
      }
    }
    return problems.none() ? Optional.of(design(words)) : Optional.empty();
  }

  private CertificateDesign design(Map<Language, Wording> words) {
    return new CertificateDesign(
        0,
        Instant.EPOCH,
        colour,
        ornament,
        picture(logo),
        signatories.stream()
            .filter(s -> !s.isEmpty())
            .map(s -> new Signatory(s.name(), s.title(), picture(s.signature())))
            .toList(),
        words);
  }

  private static @Nullable PictureId picture(String id) {
    return id.isEmpty() ? null : new PictureId(UUID.fromString(id));
  }

  private static void colour(String field, String typed, Problems problems, Complaints complaints) {
    if (!typed.matches("#[0-9a-f]{6}")) {
      problems.add(field, complaints.of("certificates.design.colour-wrong"));
    }
  }

  private static void check(Signer signer, int place, Problems problems, Complaints complaints) {
    if (signer.name().isEmpty() && !signer.isEmpty()) {
      problems.add("name" + place, complaints.of("certificates.design.name-missing"));
    }
    if (length(signer.name()) > Signatory.LONGEST_NAME) {
      problems.add(
          "name" + place, complaints.of("certificates.design.too-long", Signatory.LONGEST_NAME));
    }
    if (length(signer.title()) > Signatory.LONGEST_TITLE) {
      problems.add(
          "title" + place, complaints.of("certificates.design.too-long", Signatory.LONGEST_TITLE));
    }
  }

  private void check(Language language, Problems problems, Complaints complaints) {
    for (var part : Wording.Part.values()) {
      var typed = of(language, part);
      var field = field(part, language);
      if (length(typed) > part.longest()) {
        problems.add(field, complaints.of("certificates.design.too-long", part.longest()));
      }
      var unknown = new Wording(typed, "", "", "").unknownPlaceholders();
      if (!unknown.isEmpty()) {
        problems.add(
            field, complaints.of("certificates.design.placeholder-wrong", unknown.getFirst()));
      }
    }
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Says what is wrong in the reader's language. */
  @FunctionalInterface
  public interface Complaints {
    String of(String key, Object... args);
  }
}
