package org.insignia.server.accounts.profile.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.insignia.server.accounts.profile.Photos;
import org.insignia.server.accounts.profile.Photos.Photo;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.platform.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/** People's pictures for everybody, as long as their profile is public; kept a minute. */
@Controller
class PhotoFiles {
  private static final Duration KEPT = Duration.ofSeconds(60);

  private final Profiles profiles;
  private final Photos photos;

  PhotoFiles(Profiles profiles, Photos photos) {
    this.profiles = profiles;
    this.photos = photos;
  }

  @GetMapping("/users/{vanity:[a-z0-9-]{1,80}}/photo")
  void photo(@PathVariable String vanity, WebRequest request, HttpServletResponse response)
      throws IOException {
    var photo =
        profiles
            .byVanity(vanity)
            .filter(p -> p.isVisibleTo(null))
            .flatMap(p -> photos.find(p.id()))
            .orElseThrow(() -> new Problem.NotFound("there is no public picture of " + vanity));
    response.setHeader(
        HttpHeaders.CACHE_CONTROL, CacheControl.maxAge(KEPT).cachePublic().getHeaderValue());
    response.setHeader(HttpHeaders.PRAGMA, null);
    response.setHeader(HttpHeaders.EXPIRES, null);
    if (!request.checkNotModified(photo.hash())) {
      write(photo, response);
    }
  }

  static void write(Photo photo, HttpServletResponse response) throws IOException {
    response.setContentType("image/jpeg");
    response.setContentLength(photo.jpeg().size());
    photo.jpeg().writeTo(response.getOutputStream());
  }
}
