package org.insignia.server.api.host;

import java.util.Map;
import org.insignia.server.api.oauth.consent.ActingPrograms;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A person's profile for programs (Open Badges 3.0 #getprofile, #putprofile). */
@RestController
@RequestMapping("/ims/ob/v3p0/profile")
class HeldProfileApi {
  private final ActingPrograms programs;
  private final PersonProfile profiles;
  private final JsonMapper json;

  HeldProfileApi(ActingPrograms programs, PersonProfile profiles, JsonMapper json) {
    this.programs = programs;
    this.profiles = profiles;
    this.json = json;
  }

  @GetMapping
  ResponseEntity<Map<String, Object>> read(
      @RequestHeader(name = "Authorization", required = false) String authorization) {
    var program = programs.require(authorization, PersonScope.OB3_PROFILE_READ);
    return answer(profiles.ob3(program.person()));
  }

  @PutMapping
  ResponseEntity<Map<String, Object>> write(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @RequestBody(required = false) byte[] body) {
    var program = programs.require(authorization, PersonScope.OB3_PROFILE_WRITE);
    try {
      profiles
          .change(program.person(), json.readTree(body == null ? new byte[0] : body))
          .ifPresent(wrong -> {
            throw new ImsxRefusal(HttpStatus.BAD_REQUEST, "invalid_data", wrong);
          });
    } catch (JacksonException e) {
      throw new ImsxRefusal(HttpStatus.BAD_REQUEST, "invalid_data", "the body is no JSON");
    }
    return answer(profiles.ob3(program.person()));
  }

  private static ResponseEntity<Map<String, Object>> answer(Map<String, Object> profile) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .body(profile);
  }
}
