package org.insignia.server.transcripts.opening.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.insignia.server.transcripts.opening.Grants;
import org.insignia.server.transcripts.opening.Grants.Grant;
import org.insignia.server.transcripts.share.TranscriptId;
import org.springframework.stereotype.Component;

/** What the browser that asks may look at. */
@Component
final class Granted {
  private final Grants grants;
  private final GrantCookie cookie;

  Granted(Grants grants, GrantCookie cookie) {
    this.grants = grants;
    this.cookie = cookie;
  }

  /**
   * The grant, where this browser showed the right code a short time ago.
   *
   * @param id as the address carried it
   */
  Optional<Grant> of(String id, HttpServletRequest request) {
    return TranscriptId.parse(id)
        .flatMap(transcript -> cookie.in(request).flatMap(token -> grants.find(token, transcript)));
  }
}
