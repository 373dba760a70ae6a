package org.insignia.server.organisations;

import java.net.URI;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An issuer: an organisation with its own people, catalogue, keys and branding.
 *
 * @param slug its name in addresses: lower-case ASCII letters, digits and hyphens, 2 to 60 long
 * @param url its own web site, if known
 * @param email where earners reach it, if known
 * @param accent its colour as {@code #rrggbb}
 * @param description what it says of itself, plain text with line breaks; may be empty
 * @param logo hash of its logo's picture, null where it has none
 * @param domain in which it proved to have a say, null for none: the mark of public pages
 */
public record Organisation(
    OrganisationId id,
    String slug,
    String name,
    @Nullable URI url,
    @Nullable String email,
    String accent,
    String description,
    @Nullable String logo,
    @Nullable String domain) {

  /** The longest {@link #description()}. */
  public static final int LONGEST_DESCRIPTION = 2000;

  /** The accent of an organisation that chose none. */
  public static final String DEFAULT_ACCENT = "#1f4e79";

  public Organisation {
    if (!slug.matches("[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])")) {
      throw new Problem.Invalid(
          "slug", "2 to 60 lower-case letters, digits and hyphens, was " + slug);
    }
    if (name.isBlank() || name.length() > 200) {
      throw new Problem.Invalid("name", "1 to 200 characters");
    }
    if (!accent.matches("#[0-9a-f]{6}")) {
      throw new Problem.Invalid("accent", "a colour like #1f4e79, was " + accent);
    }
    if (description.length() > LONGEST_DESCRIPTION) {
      throw new Problem.Invalid("description", "at most " + LONGEST_DESCRIPTION + " characters");
    }
  }

  /** Path of its logo, which changes with the picture; empty where it has none. */
  public String logoPath() {
    return logo == null ? "" : "/org/" + slug + "/logo.png?v=" + logo.substring(0, 16);
  }
}
