package org.insignia.server.api.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The interface for people who write programs. */
@Controller
class DeveloperPages {
  private static final String ISSUE =
      """
      curl %s/rest/v1/badges \\
        -H 'Authorization: Bearer insignia_…' \\
        -H 'Idempotency-Key: 5f3b7c0e-2f1a-4d3e-9c56-1f0f8f7f4a11' \\
        -H 'Content-Type: application/json' \\
        -d '{"achievement": "networks", "recipient": {"email": "ana@example.org", "name": "Ana Silva"}}'
      """;

  private static final String GENUINE =
      """
      import base64, hashlib, hmac, time

      def genuine(secret, headers, body):   # body: the bytes as they came
          signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
          key = base64.b64decode(secret.removeprefix("whsec_"))
          mine = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
          fresh = abs(time.time() - int(headers["webhook-timestamp"])) < 300
          return fresh and any(hmac.compare_digest(mine, s) for s in headers["webhook-signature"].split())
      """;

  private final List<DevelopersPage.Group> groups;
  private final Settings settings;

  DeveloperPages(Description description, Settings settings) {
    Map<String, List<Description.Operation>> byTag = new LinkedHashMap<>();
    description
        .operations()
        .forEach(o -> byTag.computeIfAbsent(o.tag(), tag -> new ArrayList<>()).add(o));
    this.groups =
        byTag.entrySet().stream()
            .map(e ->
                new DevelopersPage.Group(
                    e.getKey().toLowerCase(Locale.ROOT), e.getKey(), e.getValue()))
            .toList();
    this.settings = settings;
  }

  @GetMapping("/developers")
  ModelAndView page() {
    return View.of(
        "api/developers",
        new DevelopersPage(groups, ISSUE.formatted(settings.url("")).strip(), GENUINE.strip()));
  }
}
