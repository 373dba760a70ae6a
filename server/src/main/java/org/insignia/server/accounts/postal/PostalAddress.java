package org.insignia.server.accounts.postal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.platform.i18n.Language;

/**
 * An address of anywhere. Only what every country has is needed: something that stands for the
 * house, a place, a country.
 *
 * @param street what stands above the place on an envelope, one to four lines
 * @param locality town or city
 * @param region state, province or the like; empty where none is written
 * @param postalCode empty where there is none
 */
public record PostalAddress(
    List<String> street, String locality, String region, String postalCode, Country country) {
  /** The most lines above the place. */
  public static final int MOST_LINES = 4;

  /** The longest line, place or region. */
  public static final int LONGEST = 100;

  /** The longest postal code. */
  public static final int LONGEST_CODE = 20;

  /** Countries that write region and code behind the place, in one line. */
  private static final Set<String> PLACE_REGION_CODE = Set.of("US", "CA", "AU", "PR", "GU", "VI");

  /** Countries that write the code behind the place or below it. */
  private static final Set<String> CODE_LAST =
      Set.of(
          "GB", "IE", "IN", "NZ", "ZA", "SG", "TH", "ID", "PK", "BD", "LK", "HK", "GG", "JE", "IM");

  /** Countries that, in their own script, begin with the largest part. */
  private static final Set<String> LARGEST_FIRST = Set.of("CN", "TW", "JP", "KR", "HK", "MO");

  public PostalAddress {
    street = List.copyOf(street);
    if (street.isEmpty() || street.size() > MOST_LINES || locality.isEmpty()) {
      throw new IllegalArgumentException("not an address: " + street.size() + " lines");
    }
  }

  /** As it stands on an envelope that is sent there, the country last, in the reader's language. */
  public List<String> lines(Language reader) {
    var out = new ArrayList<String>();
    if (LARGEST_FIRST.contains(country.code()) && isEastAsian(locality)) {
      add(out, postalCode);
      add(out, region.equals(locality) ? locality : region + locality);
      out.addAll(street);
    } else {
      out.addAll(street);
      placeLines().forEach(line -> add(out, line));
    }
    add(out, country.name(reader));
    return out;
  }

  private List<String> placeLines() {
    if (PLACE_REGION_CODE.contains(country.code())) {
      return List.of(spaced(locality, region, postalCode));
    }
    if (CODE_LAST.contains(country.code())) {
      return List.of(locality, spaced(region, postalCode));
    }
    return country.code().equals("BR")
        ? List.of(region.isEmpty() ? locality : locality + " - " + region, postalCode)
        : List.of(spaced(postalCode, locality), region.equals(locality) ? "" : region);
  }

  private static boolean isEastAsian(String text) {
    return text.codePoints()
        .anyMatch(c ->
            Character.isIdeographic(c)
                || Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL
                || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA);
  }

  private static String spaced(String... parts) {
    return Stream.of(parts).filter(p -> !p.isEmpty()).collect(Collectors.joining(" "));
  }

  private static void add(List<String> lines, String line) {
    if (!line.isEmpty()) {
      lines.add(line);
    }
  }
}
