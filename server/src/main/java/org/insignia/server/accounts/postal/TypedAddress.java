package org.insignia.server.accounts.postal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What somebody typed into the form of an address, cleaned of what no envelope can show. */
public record TypedAddress(
    String street, String locality, String region, String postalCode, String country) {
  /** What can be wrong, one for each field. */
  public enum Objection {
    COUNTRY,
    STREET_MISSING,
    STREET_LONG,
    POSTAL_CODE,
    LOCALITY,
    REGION
  }

  /** Nothing typed yet. */
  public static final TypedAddress NOTHING = new TypedAddress("", "", "", "", "");

  public TypedAddress {
    street =
        String.join(
            "\n", street.lines().map(TypedAddress::line).filter(l -> !l.isEmpty()).toList());
    locality = line(locality);
    region = line(region);
    postalCode = line(postalCode);
    country = line(country);
  }

  /** The address as it would be typed. */
  public static TypedAddress of(PostalAddress address) {
    return new TypedAddress(
        String.join("\n", address.street()),
        address.locality(),
        address.region(),
        address.postalCode(),
        address.country().code());
  }

  /** What is wrong with it, in the order of the form. */
  public List<Objection> objections() {
    var found = new ArrayList<Objection>();
    if (Country.find(country).isEmpty()) {
      found.add(Objection.COUNTRY);
    }
    var lines = street.lines().toList();
    if (lines.isEmpty()) {
      found.add(Objection.STREET_MISSING);
    } else if (lines.size() > PostalAddress.MOST_LINES
        || lines.stream().anyMatch(l -> isLonger(l, PostalAddress.LONGEST))) {
      found.add(Objection.STREET_LONG);
    }
    if (isLonger(postalCode, PostalAddress.LONGEST_CODE)) {
      found.add(Objection.POSTAL_CODE);
    }
    if (locality.isEmpty() || isLonger(locality, PostalAddress.LONGEST)) {
      found.add(Objection.LOCALITY);
    }
    if (isLonger(region, PostalAddress.LONGEST)) {
      found.add(Objection.REGION);
    }
    return found;
  }

  /** The address, where nothing is wrong with it. */
  PostalAddress address() {
    return new PostalAddress(
        street.lines().toList(), locality, region, postalCode, new Country(country));
  }

  private static boolean isLonger(String text, int most) {
    return text.codePointCount(0, text.length()) > most;
  }

  /** One line without control characters, and without those that turn the direction of others. */
  private static String line(String typed) {
    var out = new StringBuilder();
    typed
        .codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .filter(c -> !TURNS.contains(c))
        .filter(c -> c < 0xD800 || c > 0xDFFF)
        .forEach(out::appendCodePoint);
    return out.toString().strip().replaceAll(" {2,}", " ");
  }

  private static final Set<Integer> TURNS =
      Set.of(
          0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069);
}
