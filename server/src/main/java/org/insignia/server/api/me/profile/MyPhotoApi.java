package org.insignia.server.api.me.profile;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Photos;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.picture.Refusal;
import org.insignia.server.platform.picture.UploadedPictures;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's picture, private profiles' too. */
@RestController
@RequestMapping("/rest/v1/me/profile/photo")
class MyPhotoApi {
  private static final Duration AFTER_BUSY = Duration.ofMinutes(1);

  private final EarnerDoor door;
  private final Photos photos;
  private final Texts texts;
  private final Settings settings;

  MyPhotoApi(EarnerDoor door, Photos photos, Texts texts, Settings settings) {
    this.door = door;
    this.photos = photos;
    this.texts = texts;
    this.settings = settings;
  }

  /** Where it is. */
  record Json(URI photo) {}

  private PersonId person(HttpServletRequest request) {
    return door.enter(request, PersonScope.ME_PROFILE);
  }

  /** As we drew it. */
  @GetMapping
  ResponseEntity<byte[]> read(HttpServletRequest request) throws IOException {
    var photo =
        photos.find(person(request)).orElseThrow(() -> new Problem.NotFound("there is no picture"));
    var bytes = new ByteArrayOutputStream(photo.jpeg().size());
    photo.jpeg().writeTo(bytes);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.IMAGE_JPEG)
        .body(bytes.toByteArray());
  }

  /** The body is the picture; its kind is told by its first bytes. */
  @PutMapping(consumes = {MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE})
  Json put(HttpServletRequest request) throws IOException {
    photos
        .put(person(request), request.getInputStream())
        .ifPresent(why -> {
          throw refusal(why);
        });
    return new Json(settings.url("/rest/v1/me/profile/photo"));
  }

  private Problem refusal(Refusal why) {
    return switch (why) {
      case TOO_LARGE -> wrong("too-large");
      case OTHER_KIND -> wrong("other-kind");
      case TOO_MANY_PIXELS -> wrong("too-many-pixels");
      case UNREADABLE -> wrong("unreadable");
      case BUSY -> new Problem.TooMany(AFTER_BUSY, words("busy"));
    };
  }

  private Problem wrong(String word) {
    return new Problem.Invalid("", words(word));
  }

  private String words(String word) {
    return texts.text(Language.EN, "accounts.photo." + word, UploadedPictures.MOST_BYTES >> 20);
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(HttpServletRequest request) {
    photos.remove(person(request));
  }
}
