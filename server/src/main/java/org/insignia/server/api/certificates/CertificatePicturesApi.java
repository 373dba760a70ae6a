package org.insignia.server.api.certificates;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.certificates.design.DesignPictures;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.picture.Refusal;
import org.insignia.server.platform.picture.UploadedPictures;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Logos and signatures for certificates: brought first, named by a look then. */
@RestController
class CertificatePicturesApi {
  private final ApiDoor door;
  private final DesignPictures pictures;
  private final Texts texts;
  private final Settings settings;

  CertificatePicturesApi(ApiDoor door, DesignPictures pictures, Texts texts, Settings settings) {
    this.door = door;
    this.pictures = pictures;
    this.texts = texts;
    this.settings = settings;
  }

  /** How a look names it. */
  record Json(UUID id) {}

  /** The body is the picture; its kind is told by its first bytes. */
  @PostMapping(
      path = "/rest/v1/certificates/pictures",
      consumes = {MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE})
  ResponseEntity<Json> keep(HttpServletRequest request) throws IOException {
    var visit = door.enter(request, Scope.ORGANISATION_WRITE);
    return switch (pictures.keep(visit.organisation().id(), request.getInputStream())) {
      case DesignPictures.Kept(var id) ->
          ResponseEntity.created(settings.url("/rest/v1/certificates/pictures/" + id.value()))
              .body(new Json(id.value()));
      case DesignPictures.Blank() -> throw refused("blank");
      case DesignPictures.Refused(var why) -> {
        if (why == Refusal.BUSY) {
          throw new Problem.TooMany(
              Duration.ofSeconds(30), "many pictures are being read just now");
        }
        throw refused(why.name());
      }
    };
  }

  private Problem.Invalid refused(String why) {
    return new Problem.Invalid(
        "",
        texts.text(Language.EN, "certificates.picture." + why, UploadedPictures.MOST_BYTES >> 20));
  }
}
