package org.insignia.server.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.insignia.server.api.operator.OperatorDoor;
import org.insignia.server.insights.skill.OwnSkills;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes words for skills from the commands of this machine. */
@RestController
class SkillsApi {
  private final OperatorDoor door;
  private final OwnSkills skills;

  SkillsApi(OperatorDoor door, OwnSkills skills) {
    this.door = door;
    this.skills = skills;
  }

  @PostMapping("/rest/v1/imports/skills")
  OwnSkills.Taken take(HttpServletRequest request, InputStream body) throws IOException {
    var actor = door.enter(request);
    return skills.take(actor, body);
  }
}
