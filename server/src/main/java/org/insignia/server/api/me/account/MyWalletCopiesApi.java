package org.insignia.server.api.me.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.issuing.copies.WalletCopies;
import org.insignia.server.issuing.copies.WalletCopy;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Copies of badges in wallets, and their end. */
@RestController
@RequestMapping("/rest/v1/me/wallet-copies")
class MyWalletCopiesApi {
  private final EarnerDoor door;
  private final WalletCopies copies;

  MyWalletCopiesApi(EarnerDoor door, WalletCopies copies) {
    this.door = door;
    this.copies = copies;
  }

  /**
   * A copy.
   *
   * @param badge id of the badge that it is of
   * @param holder the DID of the wallet's key
   * @param withdrawnAt when it was taken back; null while it follows its badge
   * @param told what the wallet said of it last; null where it said nothing
   */
  record Json(
      UUID id,
      UUID badge,
      String holder,
      String format,
      Instant madeAt,
      @Nullable Instant withdrawnAt,
      @Nullable String told) {}

  private PersonId person(HttpServletRequest request) {
    return door.enter(request, PersonScope.ME_ACCOUNT);
  }

  /** The latest first, as many as the page shows; those that were taken back, too. */
  @GetMapping
  ResponseEntity<Listing<Json>> list(HttpServletRequest request) {
    return Listing.answer(all(person(request)), null, "");
  }

  /** For good: verifiers see the copy as revoked. The badge stays as it is. */
  @PostMapping("/{id}/withdraw")
  ResponseEntity<Json> withdraw(@PathVariable UUID id, HttpServletRequest request) {
    var person = person(request);
    copies.withdraw(person, id);
    return all(person).stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .map(c -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(c))
        .orElseThrow(() -> new Problem.NotFound("there is no copy " + id));
  }

  private List<Json> all(PersonId person) {
    return copies.of(person).stream().map(MyWalletCopiesApi::json).toList();
  }

  private static Json json(WalletCopy copy) {
    var told = copy.told();
    return new Json(
        copy.id(),
        copy.credential().value(),
        copy.holder(),
        copy.form().word(),
        copy.madeAt(),
        copy.withdrawnAt(),
        told == null ? null : told.name().toLowerCase(Locale.ROOT));
  }
}
