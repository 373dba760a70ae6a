package org.insignia.server.organisations.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/** The settings as they were typed. */
public record SettingsWish(
    String name, String url, String email, String description, String accent) {
  static final int LONGEST_URL = 500;

  /** As they are. */
  public static SettingsWish of(Organisation organisation) {
    return new SettingsWish(
        organisation.name(),
        organisation.url() == null ? "" : organisation.url().toString(),
        Objects.requireNonNullElse(organisation.email(), ""),
        organisation.description(),
        organisation.accent());
  }

  /** By the names of the fields. */
  public static SettingsWish typed(Map<String, String> form) {
    return new SettingsWish(
        form.getOrDefault("name", "").strip(),
        form.getOrDefault("url", "").strip(),
        form.getOrDefault("email", "").strip(),
        form.getOrDefault("description", "").strip().replace("\r\n", "\n"),
        form.getOrDefault("accent", "").strip().toLowerCase(Locale.ROOT));
  }

  /** Whether it is plain text that is not too long. */
  public boolean hasPlainDescription() {
    return description.length() <= Organisation.LONGEST_DESCRIPTION
        && description.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n');
  }

  /** Whether it is a colour. */
  public boolean hasAccent() {
    return accent.matches("#[0-9a-f]{6}");
  }

  /** The web site; null where none is named. */
  @Nullable URI site() {
    return url.isEmpty() ? null : URI.create(url);
  }

  /** Whether the web site is one that a browser opens, or none is named. */
  public boolean hasSite() {
    if (url.isEmpty()) {
      return true;
    }
    try {
      var uri = new URI(url);
      var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      return url.length() <= LONGEST_URL
          && (scheme.equals("https") || scheme.equals("http"))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null;
    } catch (java.net.URISyntaxException e) {
      return false;
    }
  }

  /** The address as mail programs write it; empty where none was typed or it is none. */
  public Optional<String> mailbox() {
    return EmailAddress.parse(email).map(EmailAddress::value);
  }

  /** Which fields differ, for the audit; the values are not told, as one may be a person's. */
  List<String> changed(Organisation before, @Nullable String logo) {
    var was = of(before);
    var changed = new ArrayList<String>();
    note(changed, "name", was.name, name);
    note(changed, "url", was.url, url);
    note(changed, "email", was.email, email);
    note(changed, "description", was.description, description);
    note(changed, "accent", was.accent, accent);
    note(changed, "logo", before.logo(), logo);
    return changed;
  }

  private static void note(
      List<String> changed, String field, @Nullable String before, @Nullable String after) {
    if (!Objects.equals(before, after)) {
      changed.add(field);
    }
  }
}
