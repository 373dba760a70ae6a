package org.insignia.server.certificates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.export.Portable;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of one's certificates, and the choice that is kept, in the archive to take away. */
@Component
final class PortableCertificates implements Portable {
  private final Certificates certificates;
  private final Editions editions;
  private final Settings settings;

  PortableCertificates(Certificates certificates, Editions editions, Settings settings) {
    this.certificates = certificates;
    this.editions = editions;
    this.settings = settings;
  }

  @Override
  public String file() {
    return "certificates.json";
  }

  @Override
  public Optional<Object> json(PersonId person) {
    List<Map<String, @Nullable Object>> list =
        certificates.of(person).stream().map(this::line).toList();
    var choice = editions.of(person);
    if (list.isEmpty() && choice.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("certificates", list);
    choice.ifPresent(edition -> {
      json.put("paper", edition.paper().word());
      json.put("language", edition.language().tag());
    });
    return Optional.of(json);
  }

  private Map<String, @Nullable Object> line(Certificate certificate) {
    var credential = certificate.credential();
    var until = credential.validUntil();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("number", certificate.number().text());
    json.put("check", settings.url(certificate.verifyPath()).toString());
    json.put("badge", settings.url(credential.path()).toString());
    json.put("certification", certificate.title(Language.EN));
    json.put("issuer", certificate.organisation().name());
    json.put("name", credential.recipientName());
    json.put("issuedAt", credential.earnedAt().toString());
    json.put("validUntil", until == null ? null : until.toString());
    json.put("standing", certificate.standing().name().toLowerCase(Locale.ROOT));
    return json;
  }
}
