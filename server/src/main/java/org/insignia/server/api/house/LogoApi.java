package org.insignia.server.api.house;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.settings.OrganisationSettings;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.picture.Refusal;
import org.insignia.server.platform.picture.UploadedPictures;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The organisation's logo; everybody reads it at the address that the organisation tells. */
@RestController
@RequestMapping("/rest/v1/organisation/logo")
class LogoApi {
  private final ApiDoor door;
  private final Organisations organisations;
  private final OrganisationSettings changes;
  private final Texts texts;
  private final Settings settings;

  LogoApi(
      ApiDoor door,
      Organisations organisations,
      OrganisationSettings changes,
      Texts texts,
      Settings settings) {
    this.door = door;
    this.organisations = organisations;
    this.changes = changes;
    this.texts = texts;
    this.settings = settings;
  }

  /** Where it is. */
  record Json(@Nullable URI logo) {}

  /** The body is the picture; its kind is told by its first bytes. */
  @PutMapping(consumes = {MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE})
  Json change(HttpServletRequest request) throws IOException {
    var visit = door.enter(request, Scope.ORGANISATION_WRITE);
    var refused = changes.changeLogo(visit.actor(), visit.organisation(), request.getInputStream());
    if (refused.isPresent()) {
      throw new Problem.Invalid("", words(refused.get()));
    }
    return json(organisations.get(visit.organisation().id()));
  }

  private String words(Refusal why) {
    return texts.text(
        Language.EN,
        "organisations.settings.logo." + why.name(),
        UploadedPictures.MOST_BYTES >> 20);
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(HttpServletRequest request) {
    var visit = door.enter(request, Scope.ORGANISATION_WRITE);
    changes.dropLogo(visit.actor(), visit.organisation());
  }

  private Json json(Organisation organisation) {
    var logo = organisation.logoPath();
    return new Json(logo.isEmpty() ? null : settings.url(logo));
  }
}
