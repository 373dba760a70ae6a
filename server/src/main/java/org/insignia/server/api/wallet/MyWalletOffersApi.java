package org.insignia.server.api.wallet;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Offers of a badge to a wallet, for programs that show them to the owner. */
@RestController
class MyWalletOffersApi {
  private static final List<String> FORMATS =
      Stream.of(Configuration.values()).map(c -> c.form().word()).toList();

  private final EarnerDoor door;
  private final WalletBadges badges;
  private final WalletOffers offers;

  MyWalletOffersApi(EarnerDoor door, WalletBadges badges, WalletOffers offers) {
    this.door = door;
    this.badges = badges;
    this.offers = offers;
  }

  /**
   * An offer, told once.
   *
   * @param link opens a wallet; as a QR code a wallet scans it
   * @param asking opens one that asks the owner in the browser
   * @param pin digits to be typed into the wallet; null where none are asked for
   */
  record Json(String link, String asking, @Nullable String pin, String format, Instant until) {
    @Override
    public String toString() {
      return "Json(…)";
    }
  }

  /** Earlier offers of the same badge end. */
  @PostMapping(
      path = "/rest/v1/me/badges/{id}/wallet-offers",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Json> offer(
      @PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var person = door.enter(request, PersonScope.ME_WALLETS);
    var held = badges.held(person, id);
    var body = Body.of(json);
    var format = body.word("format", FORMATS, Configuration.LDP_VC.form().word());
    boolean withPin = body.flag("pin", false);
    body.end();
    if (!badges.isAlive(held)) {
      throw new Problem.Conflict("this badge is out of force; no wallet can have it");
    }
    var configuration =
        Stream.of(Configuration.values())
            .filter(c -> c.form().word().equals(format))
            .findFirst()
            .orElseThrow();
    var made = offers.make(person, held.credential(), configuration, withPin);
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(
            new Json(
                made.link(),
                made.asking(),
                made.pin().isEmpty() ? null : made.pin(),
                format,
                made.until()));
  }
}
