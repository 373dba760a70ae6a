package org.insignia.server.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class NamesInAddressesTest {
  @Autowired Settings settings;

  @Test
  void a_page_whose_name_cannot_be_one_is_not_there_and_programs_are_told_why() {
    var stranger = Web.stranger(settings);
    for (var path : new String[] {"/home/jobs/nonsense", "/home/jobs/1/apply"}) {
      assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
      assertThat(stranger.bytes(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(stranger.get("/home/jobs/" + UUID.randomUUID()).statusCode()).isEqualTo(303);
    assertThat(stranger.get("/rest/v1/badges/nonsense").statusCode()).isIn(400, 401);
  }
}
