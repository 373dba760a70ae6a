package org.insignia.server.api.host;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.server.api.oauth.consent.ActingPrograms;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.verification.Verification;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A person's badges for programs in the older form, Open Badges 2.0 by Badge Connect 2.1. */
@RestController
@RequestMapping("/ims/ob/v2p1")
class BadgeConnectApi {
  private static final Set<String> KNOWN =
      Set.of("/ims/ob/v2p1/assertions", "/ims/ob/v2p1/profile");

  private final ActingPrograms programs;
  private final Assertions assertions;
  private final Arrivals arrivals;
  private final PersonProfile profiles;
  private final Settings settings;
  private final JsonMapper json;

  BadgeConnectApi(
      ActingPrograms programs,
      Assertions assertions,
      Arrivals arrivals,
      PersonProfile profiles,
      Settings settings,
      JsonMapper json) {
    this.programs = programs;
    this.assertions = assertions;
    this.arrivals = arrivals;
    this.profiles = profiles;
    this.settings = settings;
    this.json = json;
  }

  @GetMapping("/assertions")
  ResponseEntity<byte[]> list(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @RequestParam(required = false) String limit,
      @RequestParam(required = false) String offset,
      @RequestParam(required = false) String since) {
    var program = programs.require(authorization, PersonScope.BC_READ);
    var stretch = Stretch.read(limit, offset, since);
    var all =
        assertions.of(program.person()).stream()
            .filter(a -> stretch.since() == null || !a.from().isBefore(stretch.since()))
            .toList();
    var shown = all.stream().skip(stretch.offset()).limit(stretch.limit()).toList();
    var answer =
        ResponseEntity.ok()
            .cacheControl(CacheControl.noStore())
            .contentType(MediaType.APPLICATION_JSON)
            .header("X-Total-Count", Integer.toString(all.size()));
    var links = stretch.links(settings.url("/ims/ob/v2p1/assertions").toString(), all.size());
    if (!links.isEmpty()) {
      answer.header(HttpHeaders.LINK, links);
    }
    var body =
        "{\"status\":"
            + json.writeValueAsString(BadgeConnectStatus.OK.json("", null).get("status"))
            + joined(",\"assertions\":", of(shown, HeldBadge.Form.ASSERTION))
            + joined(
                ",\"signedAssertions\":",
                of(shown, HeldBadge.Form.ASSERTION_JWS).map(json::writeValueAsString))
            + "}";
    return answer.body(body.getBytes(StandardCharsets.UTF_8));
  }

  private static Stream<String> of(List<HeldBadge> shown, HeldBadge.Form form) {
    return shown.stream().filter(a -> a.form() == form).map(HeldBadge::document);
  }

  private static String joined(String before, Stream<String> documents) {
    return documents.collect(Collectors.joining(",", before + "[", "]"));
  }

  @PostMapping("/assertions")
  ResponseEntity<Map<String, Object>> take(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @RequestBody(required = false) byte[] body) {
    var program = programs.require(authorization, PersonScope.BC_ADD);
    if (body == null || body.length > Verification.MOST_BYTES) {
      throw BadgeConnectStatus.wrong("the body is empty or too large");
    }
    if (arrivals.bring(program.person(), badge(body)) instanceof Arrivals.Arrival.Refused refused) {
      throw BadgeConnectStatus.of(refused.why());
    }
    return answer(BadgeConnectStatus.OK, "", null);
  }

  private static Bytes badge(byte[] body) {
    try {
      var wish = Json.parseObject(Bytes.wrap(body));
      var signed = wish.string("signedAssertion");
      if (signed != null) {
        return Bytes.utf8(signed);
      }
      if (wish.get("assertion") instanceof JsonObject assertion) {
        return Bytes.utf8(Json.write(assertion));
      }
    } catch (MalformedCredential unreadable) {
      throw BadgeConnectStatus.wrong("the body is no JSON: " + unreadable.getMessage());
    }
    throw BadgeConnectStatus.wrong("assertion or signedAssertion is missing");
  }

  @GetMapping("/profile")
  ResponseEntity<Map<String, Object>> profile(
      @RequestHeader(name = "Authorization", required = false) String authorization) {
    var program = programs.require(authorization, PersonScope.BC_PROFILE_READ);
    return answer(BadgeConnectStatus.OK, "profile", profiles.ob2(program.person()));
  }

  @PostMapping("/profile")
  ResponseEntity<Map<String, Object>> change(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @RequestBody(required = false) byte[] body) {
    var program = programs.require(authorization, PersonScope.BC_PROFILE_WRITE);
    try {
      var wish = json.readTree(body == null ? new byte[0] : body);
      profiles
          .change(program.person(), wish.path("profile"))
          .ifPresent(wrong -> {
            throw BadgeConnectStatus.wrong(wrong);
          });
    } catch (JacksonException e) {
      throw BadgeConnectStatus.wrong("the body is no JSON");
    }
    return answer(BadgeConnectStatus.OK, "profile", profiles.ob2(program.person()));
  }

  @RequestMapping("/**")
  void none(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
    if (KNOWN.contains(request.getRequestURI())) {
      throw new HttpRequestMethodNotSupportedException(request.getMethod(), List.of("GET", "POST"));
    }
    throw new BadgeConnectStatus(
        HttpStatus.NOT_FOUND, "NOT_FOUND", "there is nothing at this address");
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(Problem problem) {
    return refused(BadgeConnectStatus.of(problem));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(ImsxRefusal refusal) {
    return refused(BadgeConnectStatus.wrong(refusal.description()));
  }

  @ExceptionHandler({
    HttpMediaTypeNotSupportedException.class,
    InvalidParameterException.class,
    RequestRejectedException.class
  })
  ResponseEntity<Map<String, Object>> unreadable() {
    return refused(BadgeConnectStatus.wrong("the query, or the kind of the body, cannot be read"));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(BadgeConnectStatus status) {
    return answer(status, "", null);
  }

  private static ResponseEntity<Map<String, Object>> answer(
      BadgeConnectStatus status, String member, @org.jspecify.annotations.Nullable Object value) {
    var answer =
        ResponseEntity.status(status.status())
            .cacheControl(CacheControl.noStore())
            .contentType(MediaType.APPLICATION_JSON);
    if (status.status().value() == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return answer.body(status.json(member, value));
  }
}
