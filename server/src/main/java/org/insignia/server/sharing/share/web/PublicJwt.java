package org.insignia.server.sharing.share.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Renderings;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.PublicAnswer;
import org.insignia.server.sharing.PublicBadges;
import org.insignia.server.sharing.share.Jwts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A public credential as a JWT. */
@RestController
final class PublicJwt implements Renderings {
  private final PublicBadges badges;
  private final Jwts jwts;

  PublicJwt(PublicBadges badges, Jwts jwts) {
    this.badges = badges;
    this.jwts = jwts;
  }

  @Override
  public List<String> addresses() {
    return List.of("/badges/{id}.jwt");
  }

  @GetMapping("/badges/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}.jwt")
  ResponseEntity<byte[]> jwt(@PathVariable UUID id, HttpServletRequest request) {
    var badge = badges.ofEverybody(new CredentialId(id));
    var jwt =
        jwts.of(badge.credential())
            .orElseThrow(() -> new Problem.NotFound("there is no public badge " + id));
    return PublicAnswer.of(Bytes.utf8(jwt), "application/jwt", PublicAnswer.HIDEABLE).to(request);
  }
}
