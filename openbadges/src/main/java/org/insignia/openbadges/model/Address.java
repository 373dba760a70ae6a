package org.insignia.openbadges.model;

import java.math.BigDecimal;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 *
 * @param addressCountryCode ISO 3166-1 alpha-2
 */
public record Address(
    @Nullable String addressCountry,
    @Nullable String addressCountryCode,
    @Nullable String addressRegion,
    @Nullable String addressLocality,
    @Nullable String streetAddress,
    @Nullable String postOfficeBoxNumber,
    @Nullable String postalCode,
    @Nullable GeoCoordinates geo) {
  static Address read(MemberReader in) {
    return new Address(
        in.optionalText("addressCountry"),
        in.optionalText("addressCountryCode"),
        in.optionalText("addressRegion"),
        in.optionalText("addressLocality"),
        in.optionalText("streetAddress"),
        in.optionalText("postOfficeBoxNumber"),
        in.optionalText("postalCode"),
        in.optionalObject("geo", GeoCoordinates::read));
  }

  /** As it stands in JSON. */
  public JsonObject toJson() {
    return new MemberWriter()
        .types("Address")
        .put("addressCountry", addressCountry)
        .put("addressCountryCode", addressCountryCode)
        .put("addressRegion", addressRegion)
        .put("addressLocality", addressLocality)
        .put("streetAddress", streetAddress)
        .put("postOfficeBoxNumber", postOfficeBoxNumber)
        .put("postalCode", postalCode)
        .put("geo", geo == null ? null : geo.toJson())
        .object();
  }

  /** A place on earth, in degrees. */
  public record GeoCoordinates(BigDecimal latitude, BigDecimal longitude) {
    static GeoCoordinates read(MemberReader in) {
      return new GeoCoordinates(in.number("latitude"), in.number("longitude"));
    }

    /** As it stands in JSON. */
    public JsonObject toJson() {
      return new MemberWriter()
          .put("type", "GeoCoordinates")
          .put("latitude", latitude)
          .put("longitude", longitude)
          .object();
    }
  }
}
