package org.insignia.server.api.me.profile;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.postal.PostalAddress;
import org.insignia.server.accounts.postal.PostalAddresses;
import org.insignia.server.accounts.postal.TypedAddress;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's postal address. */
@RestController
@RequestMapping("/rest/v1/me/postal-address")
class MyPostalAddressApi {
  private static final int LONGEST_TYPED = 300;
  private static final int MOST_TYPED = 20;

  private final EarnerDoor door;
  private final PostalAddresses addresses;
  private final Texts texts;

  MyPostalAddressApi(EarnerDoor door, PostalAddresses addresses, Texts texts) {
    this.door = door;
    this.addresses = addresses;
    this.texts = texts;
  }

  /**
   * An address.
   *
   * @param street what stands above the place on an envelope
   * @param country two letters of ISO 3166-1
   * @param lines as it stands on an envelope, in the person's language
   */
  record Json(
      List<String> street,
      String locality,
      String region,
      String postalCode,
      String country,
      List<String> lines) {
    Json {
      street = List.copyOf(street);
      lines = List.copyOf(lines);
    }

    static Json of(PostalAddress address, Language reader) {
      return new Json(
          address.street(),
          address.locality(),
          address.region(),
          address.postalCode(),
          address.country().code(),
          address.lines(reader));
    }
  }

  private PersonId person(HttpServletRequest request) {
    return door.enter(request, PersonScope.ME_PROFILE);
  }

  @GetMapping
  Json read(HttpServletRequest request) {
    return json(person(request));
  }

  private Json json(PersonId person) {
    return addresses
        .find(person)
        .map(address -> Json.of(address, door.language(person, "")))
        .orElseThrow(() -> new Problem.NotFound("there is no postal address"));
  }

  /** In place of an earlier one. */
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  Json put(@RequestBody byte[] json, HttpServletRequest request) {
    var person = person(request);
    var body = Body.of(json);
    var typed =
        new TypedAddress(
            String.join("\n", body.texts("street", MOST_TYPED, LONGEST_TYPED)),
            body.text("locality", LONGEST_TYPED),
            body.text("region", LONGEST_TYPED),
            body.text("postalCode", LONGEST_TYPED),
            body.text("country", LONGEST_TYPED));
    typed.objections().forEach(objection -> say(objection, body));
    body.end();
    addresses.put(person, typed);
    return json(person);
  }

  private void say(TypedAddress.Objection objection, Body body) {
    switch (objection) {
      case STREET_MISSING -> body.wrongUnlessSaid("street", words("street.missing"));
      case STREET_LONG ->
          body.wrongUnlessSaid(
              "street", words("street.long", PostalAddress.MOST_LINES, PostalAddress.LONGEST));
      case LOCALITY ->
          body.wrongUnlessSaid("locality", words("locality.wrong", PostalAddress.LONGEST));
      case REGION -> body.wrongUnlessSaid("region", words("region.wrong", PostalAddress.LONGEST));
      case POSTAL_CODE ->
          body.wrongUnlessSaid("postalCode", words("code.wrong", PostalAddress.LONGEST_CODE));
      case COUNTRY -> body.wrongUnlessSaid("country", "two letters of ISO 3166-1, for example BR");
    }
  }

  private String words(String key, Object... args) {
    return texts.text(Language.EN, "accounts.postal." + key, args);
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(HttpServletRequest request) {
    addresses.remove(person(request));
  }
}
