package org.insignia.server.api.credly.wire;

import org.insignia.server.api.tokens.Scope;
import org.insignia.server.platform.web.Upload;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lists of badges, and pictures as text, are larger than a form. */
@Configuration(proxyBeanMethods = false)
class LargeBodies {
  @Bean
  Upload badgesInTheOtherTree(TokenDoor door) {
    return Upload.of(
        "(?:/api)?/v1/organizations/[^/]+/(?:badges|badge_templates)(?:/.*)?",
        RequestReader.MOST_BYTES,
        (request, viewer, path) ->
            door.require(request, Scope.BADGES_WRITE, Scope.ISSUE_WRITE, Scope.ACHIEVEMENTS_WRITE));
  }
}
