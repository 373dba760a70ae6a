package org.insignia.server.transcripts.opening.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.transcripts.opening.Grants;
import org.insignia.server.transcripts.share.TranscriptId;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * What a browser keeps that showed the right code: for this transcript's pages alone, so that two
 * of them can be open beside each other. Before that it is given none.
 */
@Component
final class GrantCookie {
  private final boolean secure;

  GrantCookie(Settings settings) {
    this.secure = "https".equals(settings.baseUrl().getScheme());
  }

  /** The one that came with this request. */
  Optional<SecretToken> in(HttpServletRequest request) {
    var cookies = request.getCookies();
    return (cookies == null ? Stream.<Cookie>empty() : Stream.of(cookies))
        .filter(cookie -> cookie.getName().equals(name()))
        .findFirst()
        .flatMap(cookie -> SecretToken.parse(cookie.getValue()));
  }

  String holding(SecretToken token, TranscriptId transcript) {
    return cookie(token.text(), transcript).maxAge(Grants.LASTS).build().toString();
  }

  String gone(TranscriptId transcript) {
    return cookie("", transcript).maxAge(0).build().toString();
  }

  private ResponseCookie.ResponseCookieBuilder cookie(String value, TranscriptId transcript) {
    return ResponseCookie.from(name(), value)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Strict")
        .path("/transcripts/" + transcript.text());
  }

  private String name() {
    return secure ? "__Secure-transcript" : "transcript";
  }
}
