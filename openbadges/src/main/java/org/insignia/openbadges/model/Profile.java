package org.insignia.openbadges.model;

import java.time.LocalDate;
import java.util.List;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.members.MemberReader;
import org.insignia.openbadges.members.MemberWriter;
import org.jspecify.annotations.Nullable;

/**
 * An organisation or a person: issuer, creator, source, holder.
 *
 * @param id DID or URL
 * @param endorsement signed credentials, kept as they are
 * @param official name of the person in charge
 */
public record Profile(
    String id,
    @Nullable String name,
    @Nullable String url,
    @Nullable String phone,
    @Nullable String description,
    List<JsonObject> endorsement,
    List<String> endorsementJwt,
    @Nullable Image image,
    @Nullable String email,
    @Nullable Address address,
    List<IdentifierEntry> otherIdentifier,
    @Nullable String official,
    @Nullable Profile parentOrg,
    @Nullable String familyName,
    @Nullable String givenName,
    @Nullable String additionalName,
    @Nullable String patronymicName,
    @Nullable String honorificPrefix,
    @Nullable String honorificSuffix,
    @Nullable String familyNamePrefix,
    @Nullable LocalDate dateOfBirth) {
  public Profile {
    endorsement = List.copyOf(endorsement);
    endorsementJwt = List.copyOf(endorsementJwt);
    otherIdentifier = List.copyOf(otherIdentifier);
  }

  /** Nothing but an id, written as a plain string where the standard allows it. */
  public static Profile reference(String id) {
    return of(id).build();
  }

  static Profile readIssuer(MemberReader in) {
    String id = in.optionalUrl("issuer");
    return id == null ? in.object("issuer", Profile::read) : reference(id);
  }

  /** The id alone where there is nothing else to say, else the whole object. */
  JsonValue toReference() {
    return equals(reference(id)) ? JsonValue.of(id) : toJson();
  }

  /** Starts with what every Profile has. */
  public static Builder of(String id) {
    return new Builder(id);
  }

  /**
   * @throws MalformedCredential where a required member is missing or any has the wrong form
   */
  public static Profile read(JsonObject object) {
    return read(new MemberReader(object));
  }

  static Profile read(MemberReader in) {
    return new Profile(
        in.text("id"),
        in.optionalText("name"),
        in.optionalText("url"),
        in.optionalText("phone"),
        in.optionalText("description"),
        in.jsons("endorsement"),
        in.texts("endorsementJwt"),
        in.optionalPicture("image", Image::read, Image::new),
        in.optionalText("email"),
        in.optionalObject("address", Address::read),
        in.objects("otherIdentifier", IdentifierEntry::read),
        in.optionalText("official"),
        in.optionalObject("parentOrg", Profile::read),
        in.optionalText("familyName"),
        in.optionalText("givenName"),
        in.optionalText("additionalName"),
        in.optionalText("patronymicName"),
        in.optionalText("honorificPrefix"),
        in.optionalText("honorificSuffix"),
        in.optionalText("familyNamePrefix"),
        in.optionalDate("dateOfBirth"));
  }

  /** As it stands in JSON. */
  public JsonObject toJson() {
    return new MemberWriter()
        .put("id", id)
        .types("Profile")
        .put("name", name)
        .put("url", url)
        .put("phone", phone)
        .put("description", description)
        .putAll("endorsement", endorsement.stream())
        .putAll("endorsementJwt", endorsementJwt.stream().map(JsonString::new))
        .put("image", image == null ? null : image.toJson())
        .put("email", email)
        .put("address", address == null ? null : address.toJson())
        .putAll("otherIdentifier", otherIdentifier.stream().map(IdentifierEntry::toJson))
        .put("official", official)
        .put("parentOrg", parentOrg == null ? null : parentOrg.toJson())
        .put("familyName", familyName)
        .put("givenName", givenName)
        .put("additionalName", additionalName)
        .put("patronymicName", patronymicName)
        .put("honorificPrefix", honorificPrefix)
        .put("honorificSuffix", honorificSuffix)
        .put("familyNamePrefix", familyNamePrefix)
        .put("dateOfBirth", dateOfBirth)
        .object();
  }

  /** Collects what is optional; each call replaces what was set before. */
  public static final class Builder {
    private final String id;
    private @Nullable String name;
    private @Nullable String url;
    private @Nullable String phone;
    private @Nullable String description;
    private List<JsonObject> endorsement = List.of();
    private List<String> endorsementJwt = List.of();
    private @Nullable Image image;
    private @Nullable String email;
    private @Nullable Address address;
    private List<IdentifierEntry> otherIdentifier = List.of();
    private @Nullable String official;
    private @Nullable Profile parentOrg;
    private @Nullable String familyName;
    private @Nullable String givenName;
    private @Nullable String additionalName;
    private @Nullable String patronymicName;
    private @Nullable String honorificPrefix;
    private @Nullable String honorificSuffix;
    private @Nullable String familyNamePrefix;
    private @Nullable LocalDate dateOfBirth;

    private Builder(String id) {
      this.id = id;
    }

    public Builder name(String name) {
      this.name = name;
      return this;
    }

    public Builder url(String url) {
      this.url = url;
      return this;
    }

    public Builder phone(String phone) {
      this.phone = phone;
      return this;
    }

    public Builder description(String description) {
      this.description = description;
      return this;
    }

    public Builder endorsement(List<JsonObject> endorsement) {
      this.endorsement = endorsement;
      return this;
    }

    public Builder endorsementJwt(List<String> endorsementJwt) {
      this.endorsementJwt = endorsementJwt;
      return this;
    }

    public Builder image(Image image) {
      this.image = image;
      return this;
    }

    public Builder email(String email) {
      this.email = email;
      return this;
    }

    public Builder address(Address address) {
      this.address = address;
      return this;
    }

    public Builder otherIdentifier(List<IdentifierEntry> otherIdentifier) {
      this.otherIdentifier = otherIdentifier;
      return this;
    }

    public Builder official(String official) {
      this.official = official;
      return this;
    }

    public Builder parentOrg(Profile parentOrg) {
      this.parentOrg = parentOrg;
      return this;
    }

    public Builder familyName(String familyName) {
      this.familyName = familyName;
      return this;
    }

    public Builder givenName(String givenName) {
      this.givenName = givenName;
      return this;
    }

    public Builder additionalName(String additionalName) {
      this.additionalName = additionalName;
      return this;
    }

    public Builder patronymicName(String patronymicName) {
      this.patronymicName = patronymicName;
      return this;
    }

    public Builder honorificPrefix(String honorificPrefix) {
      this.honorificPrefix = honorificPrefix;
      return this;
    }

    public Builder honorificSuffix(String honorificSuffix) {
      this.honorificSuffix = honorificSuffix;
      return this;
    }

    public Builder familyNamePrefix(String familyNamePrefix) {
      this.familyNamePrefix = familyNamePrefix;
      return this;
    }

    public Builder dateOfBirth(LocalDate dateOfBirth) {
      this.dateOfBirth = dateOfBirth;
      return this;
    }

    public Profile build() {
      return new Profile(
          id,
          name,
          url,
          phone,
          description,
          endorsement,
          endorsementJwt,
          image,
          email,
          address,
          otherIdentifier,
          official,
          parentOrg,
          familyName,
          givenName,
          additionalName,
          patronymicName,
          honorificPrefix,
          honorificSuffix,
          familyNamePrefix,
          dateOfBirth);
    }
  }
}
