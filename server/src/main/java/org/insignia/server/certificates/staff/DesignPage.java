package org.insignia.server.certificates.staff;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.certificates.Edition;
import org.insignia.server.certificates.design.Wording;
import org.insignia.server.platform.i18n.Language;

/**
 * How certificates look, and the form that lays down another version.
 *
 * @param shown the version in the picture; 0 is the product's own look
 * @param picture address of the picture, or the picture itself; empty where the form is wrong
 * @param isTrial whether the picture shows what was typed and is not saved yet
 * @param house the product's words, by language, with their placeholders
 * @param saved whether a version was laid down just now
 */
public record DesignPage(
    String slug,
    String organisation,
    int shown,
    boolean mayChange,
    String picture,
    boolean isTrial,
    Edition edition,
    DesignWish wish,
    Map<Language, Wording> house,
    List<Version> versions,
    boolean saved,
    Problems problems) {
  public DesignPage {
    house = Map.copyOf(house);
    versions = List.copyOf(versions);
  }

  /** A version, the latest first. */
  public record Version(int number, Instant since, boolean current) {}

  /** Path of this page and its forms. */
  public String path() {
    return "/console/" + slug + "/certificates";
  }

  /** The product's words of a part. */
  public String house(Language language, Wording.Part part) {
    return house.getOrDefault(language, Wording.NONE).of(part);
  }
}
