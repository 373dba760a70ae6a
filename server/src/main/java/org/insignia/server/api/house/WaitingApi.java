package org.insignia.server.api.house;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.Waiting;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.settings.Settings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for the staff of an organisation, as its home on the console tells it. */
@RestController
class WaitingApi {
  private final ApiDoor door;
  private final List<Waiting> waiting;
  private final Members members;
  private final Texts texts;
  private final Settings settings;

  WaitingApi(ApiDoor door, List<Waiting> waiting, Members members, Texts texts, Settings settings) {
    this.door = door;
    this.waiting = List.copyOf(waiting);
    this.members = members;
    this.texts = texts;
    this.settings = settings;
  }

  /**
   * One kind of thing that waits.
   *
   * @param what stays the same in every version
   * @param title in English
   * @param count how many
   * @param more whether there are more than that
   * @param page where people deal with it
   */
  record Line(String what, String title, long count, boolean more, URI page) {}

  /** Those with which whoever made the token can deal. */
  @GetMapping("/rest/v1/organisation/waiting")
  ResponseEntity<Listing<Line>> look(HttpServletRequest request) {
    var visit = door.enter(request, Scope.ORGANISATION_READ);
    var role = role(visit);
    return Listing.answer(
        waiting.stream()
            .flatMap(feature -> feature.of(visit.organisation()).stream())
            .filter(line -> line.count() > 0)
            .filter(line -> role.filter(r -> r.includes(line.needs())).isPresent())
            .sorted(Comparator.comparing(Waiting.Line::key))
            .map(this::line)
            .toList(),
        null,
        "");
  }

  /** The server's own token does everything. */
  private Optional<Role> role(Visit visit) {
    return visit
        .caller()
        .maker()
        .map(maker -> members.roleOf(maker.value(), visit.organisation().id()))
        .orElse(Optional.of(Role.OWNER));
  }

  private static String word(String key) {
    var ends = key.split("\\.waiting\\.?", 2);
    return ends.length == 2 && !ends[1].isEmpty() ? ends[1] : ends[0];
  }

  private Line line(Waiting.Line line) {
    return new Line(
        word(line.key()),
        texts.text(Language.EN, line.key()),
        Math.min(line.count(), Waiting.MOST),
        line.count() > Waiting.MOST,
        settings.url(line.path()));
  }
}
