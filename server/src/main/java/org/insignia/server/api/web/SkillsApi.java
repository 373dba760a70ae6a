package org.insignia.server.api.web;

import java.io.IOException;
import java.io.InputStream;
import org.insignia.server.api.AdminToken;
import org.insignia.server.insights.skill.OwnSkills;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes words for skills from the commands of this machine. */
@RestController
class SkillsApi {
  private final AdminToken admin;
  private final OwnSkills skills;

  SkillsApi(AdminToken admin, OwnSkills skills) {
    this.admin = admin;
    this.skills = skills;
  }

  @PostMapping("/rest/v1/imports/skills")
  OwnSkills.Taken take(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      InputStream body)
      throws IOException {
    admin.require(authorization);
    return skills.take(AdminToken.ACTOR, body);
  }
}
