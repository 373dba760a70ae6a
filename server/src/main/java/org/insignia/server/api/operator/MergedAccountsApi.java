package org.insignia.server.api.operator;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.insignia.server.accounts.merge.AccountMerge;
import org.insignia.server.accounts.merge.AccountMerges;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Merges of accounts, and taking back one that was wrong. */
@RestController
@RequestMapping("/rest/v1/server/merged-accounts")
class MergedAccountsApi {
  private final OperatorDoor door;
  private final AccountMerges merges;
  private final Settings settings;
  private final Clock clock;

  MergedAccountsApi(OperatorDoor door, AccountMerges merges, Settings settings, Clock clock) {
    this.door = door;
    this.merges = merges;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A merge.
   *
   * @param open whether it can still be taken back
   * @param undoneAt null as long as it stands
   */
  record Json(
      UUID id,
      Account kept,
      Account gone,
      Instant mergedAt,
      Instant undoUntil,
      @Nullable Instant undoneAt,
      boolean open) {}

  /** One of two. */
  record Account(UUID id, String name) {}

  /** The latest first. */
  @GetMapping
  ResponseEntity<Listing<Json>> list(
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    door.enter(request);
    var page = Page.of(limit, after);
    return Listing.answer(
        page,
        merges.latest(page.afterId(), page.limit() + 1),
        merge -> merge.id().toString(),
        this::json,
        settings.url("").toString());
  }

  @PostMapping("/{id}/undo")
  ResponseEntity<Json> undo(@PathVariable UUID id, HttpServletRequest request) {
    merges.undo(id, door.enter(request));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            merges
                .find(id)
                .map(this::json)
                .orElseThrow(() -> new Problem.NotFound("there is no merge " + id)));
  }

  private Json json(AccountMerge merge) {
    return new Json(
        merge.id(),
        new Account(merge.kept().value(), merge.keptName()),
        new Account(merge.gone().value(), merge.goneName()),
        merge.mergedAt(),
        merge.undoUntil(),
        merge.undoneAt(),
        merge.isOpen(clock.instant()));
  }
}
