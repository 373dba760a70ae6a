package org.insignia.server.api.credly.templates;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.outbound.Fetched;
import org.insignia.outbound.GuardedHttp;
import org.insignia.outbound.Limits;
import org.insignia.outbound.Reach;
import org.insignia.server.api.credly.wire.Asked;
import org.insignia.server.api.credly.wire.Refusal;
import org.insignia.server.catalog.design.BadgeLook;
import org.insignia.server.catalog.staff.BroughtPictures;
import org.insignia.server.platform.picture.UploadedPictures;
import org.insignia.server.platform.settings.Settings;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Pictures that programs send as the look of a badge: an address from which it is fetched once, or
 * the picture itself as base64. It is read to pixels and written anew, as those that staff bring.
 */
@Component
class RemotePictures implements DisposableBean {
  private static final Limits LIMITS =
      new Limits(Duration.ofSeconds(3), Duration.ofSeconds(10), UploadedPictures.MOST_BYTES, 3);

  private final GuardedHttp http;
  private final BroughtPictures pictures;

  RemotePictures(Settings settings, BroughtPictures pictures) {
    var loopback = Reach.ofServer(settings.baseUrl()).loopback();
    this.http = new GuardedHttp(loopback ? Reach.PUBLIC_AND_LOOPBACK : Reach.PUBLIC, LIMITS);
    this.pictures = pictures;
  }

  /** Whether one was sent. */
  boolean isSent(Asked asked) {
    return address(asked).isPresent() || text(asked).isPresent();
  }

  /**
   * The look, if one was sent.
   *
   * @param title what a reader is told who cannot see it
   * @throws Refusal if it is no picture that can be taken
   */
  Optional<BadgeLook> read(Asked asked, String title) {
    return address(asked)
        .map(this::fetched)
        .or(() -> text(asked).map(RemotePictures::decoded))
        .map(bytes ->
            pictures
                .read(title, bytes)
                .orElseThrow(() ->
                    Refusal.invalid(
                        "Validation failed: Image is no PNG, JPEG, GIF, WebP or SVG picture that can be"
                            + " read, at least "
                            + BroughtPictures.SMALLEST
                            + " pixels wide or high")));
  }

  private static Optional<String> address(Asked asked) {
    return asked
        .inside("image")
        .flatMap(image -> image.text("remote_upload_url"))
        .or(() -> asked.text("remote_image_url"))
        .or(() -> asked.text("image").filter(t -> t.startsWith("http")));
  }

  private static Optional<String> text(Asked asked) {
    var inside = asked.inside("image");
    return inside.isPresent()
        ? Stream.of("file", "base64", "data", "content", "image")
            .flatMap(name -> inside.get().text(name).stream())
            .findFirst()
        : asked.text("image").filter(t -> !t.startsWith("http"));
  }

  private Bytes fetched(String address) {
    URI url;
    try {
      url = URI.create(address);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("Validation failed: Image remote_upload_url is not an address");
    }
    return switch (http.get(url, "image/png,image/jpeg,image/svg+xml,image/*;q=0.8")) {
      case Fetched.Answered(int status, Bytes body, String type, URI at) when status == 200 -> body;
      case Fetched.Answered answered ->
          throw Refusal.invalid(
              "Validation failed: Image remote_upload_url answered " + answered.status());
      case Fetched.Refused refused ->
          throw Refusal.invalid(
              "Validation failed: Image remote_upload_url is not asked: " + refused.reason());
      case Fetched.Failed failed ->
          throw Refusal.invalid("Validation failed: Image remote_upload_url: " + failed.reason());
    };
  }

  private static Bytes decoded(String text) {
    var plain = text.startsWith("data:") ? text.substring(text.indexOf(',') + 1) : text;
    try {
      return Bytes.wrap(Base64.getMimeDecoder().decode(plain.replace('-', '+').replace('_', '/')));
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("Validation failed: Image is not base64");
    }
  }

  @Override
  public void destroy() {
    http.close();
  }
}
