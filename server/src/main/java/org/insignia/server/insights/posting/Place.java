package org.insignia.server.insights.posting;

/**
 * Where somebody would work, as far as it is known: empty parts are not known.
 *
 * @param country ISO 3166-1 alpha-2, for example {@code DE}
 * @param region for the countries that are searched by region (US, CA, AU, BR, IN) the second part
 *     of its ISO 3166-2 code, for example {@code CA}; else a name
 * @param city in its English or local name, for example {@code Munich}
 */
public record Place(String country, String region, String city) {
  private static final String BAR = "|";

  public Place {
    if (!country.matches("([A-Z]{2})?")) {
      throw new IllegalArgumentException("not a country code: " + country);
    }
    region = region.replace(BAR, " ").strip();
    city = city.replace(BAR, " ").strip();
  }

  /** A whole country. */
  public static Place in(String country) {
    return new Place(country, "", "");
  }

  /** Whether nothing is known. */
  public boolean isUnknown() {
    return country.isEmpty() && region.isEmpty() && city.isEmpty();
  }

  /** In one text, as it is stored and as an index may hold it: {@code US|CA|San Francisco}. */
  public String packed() {
    return country + BAR + region + BAR + city;
  }

  /** The place of {@link #packed()}. */
  public static Place unpacked(String text) {
    var parts = text.split("\\|", -1);
    return new Place(parts[0], parts[1], parts[2]);
  }
}
