package org.insignia.server.api.vcapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** As everybody runs it: there are no conformance instances. */
@ServerTest
class ConformanceOffTest {
  @Autowired Settings settings;

  @Test
  void no_route_exists_unless_it_is_turned_on() {
    var caller = new Caller(settings.baseUrl());
    for (var action :
        List.of(
            "credentials/issue",
            "credentials/verify",
            "credentials/derive",
            "presentations/verify")) {
      var answer = caller.post("/vc-api/eddsa-rdfc-2022/" + action, Map.of());
      assertThat(answer.statusCode()).as(action).isEqualTo(404);
    }
    for (var path :
        List.of("", "/eddsa-rdfc-2022/identifiers/did:key:z6Mk", "/bitstring-status-list/status")) {
      assertThat(caller.get("/vc-api" + path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void an_encoded_slash_is_refused_everywhere() {
    var caller = new Caller(settings.baseUrl());
    assertThat(caller.get("/vc-api/x/identifiers/did%3Akey%2Fx").statusCode()).isEqualTo(400);
    assertThat(caller.get("/badges%2Fx").statusCode()).isEqualTo(400);
  }
}
