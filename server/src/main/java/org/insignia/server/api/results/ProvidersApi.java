package org.insignia.server.api.results;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.results.ProviderId;
import org.insignia.server.results.inbox.Folders;
import org.insignia.server.results.inbox.Folders.Folder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Delivery providers: their watched folders, and what came by them. */
@RestController
@RequestMapping("/rest/v1/results/providers")
class ProvidersApi {
  private final ApiDoor door;
  private final Folders folders;

  ProvidersApi(ApiDoor door, Folders folders) {
    this.door = door;
    this.folders = folders;
  }

  /**
   * A provider.
   *
   * @param folder where its files are looked for, on the node that answers
   * @param state {@code watched}, {@code absent} or {@code closed}
   * @param lying what lies there and is not moved yet
   * @param latest what was taken last, the newest first
   */
  record Provider(
      String provider,
      String title,
      String folder,
      String state,
      List<Thing> lying,
      List<File> latest) {}

  /** Something in the folder. */
  record Thing(String name, String state) {}

  /**
   * A file that was taken.
   *
   * @param keptAs under which name it lies aside now; null where it is gone
   */
  record File(String name, UUID intake, String outcome, Instant takenAt, @Nullable String keptAs) {}

  @GetMapping
  ResponseEntity<Listing<Provider>> list(HttpServletRequest request) {
    return all(door.enter(request, Scope.RESULTS_READ, Role.ISSUER));
  }

  /** Makes the folder of one; nothing happens where it is there. */
  @PostMapping("/{provider}/folder")
  ResponseEntity<Listing<Provider>> make(
      @PathVariable String provider, HttpServletRequest request) {
    var visit = door.enter(request, Scope.RESULTS_WRITE, Role.ADMIN);
    var known =
        ProviderId.find(provider)
            .orElseThrow(() -> new Problem.NotFound("there is no provider " + provider));
    folders.make(visit.actor(), visit.organisation(), known);
    return all(visit);
  }

  private ResponseEntity<Listing<Provider>> all(Visit visit) {
    return Listing.answer(
        folders.of(visit.organisation()).stream().map(ProvidersApi::json).toList(), null, "");
  }

  private static Provider json(Folder folder) {
    return new Provider(
        folder.provider().value(),
        folder.provider().title(),
        folder.path().toString(),
        word(folder.state().name()),
        folder.lying().stream().map(t -> new Thing(t.name(), word(t.state()))).toList(),
        folder.latest().stream()
            .map(f ->
                new File(
                    f.name(),
                    f.intake().value(),
                    word(f.outcome().name()),
                    f.takenAt(),
                    f.keptAs().orElse(null)))
            .toList());
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
