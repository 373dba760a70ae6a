package org.insignia.server.api.wallet;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.claims.web.BadgeView;
import org.insignia.server.claims.web.BadgeViews;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.copies.WalletCopies;
import org.insignia.server.issuing.copies.WalletCopy;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.qr.QrCode;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The owner's side: offers for wallets, and what wallets have. Nobody else sees any of it. */
@Controller
class WalletPages {
  private static final String BADGE =
      "/badges/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}/wallet";
  private static final String ALL = "/account/wallets";

  private final Claims claims;
  private final BadgeViews views;
  private final WalletBadges badges;
  private final WalletOffers offers;
  private final WalletCopies copies;

  WalletPages(
      Claims claims,
      BadgeViews views,
      WalletBadges badges,
      WalletOffers offers,
      WalletCopies copies) {
    this.claims = claims;
    this.views = views;
    this.badges = badges;
    this.offers = offers;
    this.copies = copies;
  }

  /** What was chosen on the form. */
  private record Chosen(Configuration configuration, boolean withPin) {
    static final Chosen NOTHING = new Chosen(Configuration.LDP_VC, false);
  }

  @GetMapping(BADGE)
  ModelAndView look(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String done,
      HttpServletRequest request,
      Shell shell) {
    var person = Door.person();
    if (person.isEmpty()) {
      return Door.signInFirst(request);
    }
    var claim = badges.held(person.get(), id);
    return page(person.get(), claim, Chosen.NOTHING, null, done.equals("withdrawn"), shell);
  }

  @PostMapping(BADGE)
  ModelAndView offer(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String pin,
      Shell shell) {
    var person = Door.person().orElseThrow(() -> notFound(id));
    var claim = badges.held(person, id);
    var configuration =
        Stream.of(Configuration.values())
            .filter(c -> c.form().word().equals(form))
            .findFirst()
            .orElse(Configuration.LDP_VC);
    var chosen = new Chosen(configuration, pin.equals("yes"));
    if (!badges.isAlive(claim)) {
      return page(person, claim, chosen, null, false, shell);
    }
    var made = offers.make(person, claim.credential(), configuration, chosen.withPin());
    var offer =
        new WalletPage.Offer(
            made.link(), made.asking(), picture(made.link()), made.pin(), made.until());
    return page(person, claim, chosen, offer, false, shell);
  }

  @PostMapping(BADGE + "/{copy}/withdraw")
  ModelAndView withdraw(@PathVariable UUID id, @PathVariable UUID copy, Shell shell) {
    var person = Door.person().orElseThrow(() -> notFound(id));
    copies.withdraw(person, copy);
    return SeeOther.at(shell.link("/badges/" + id + "/wallet?done=withdrawn"));
  }

  @GetMapping(ALL)
  ModelAndView all(
      @RequestParam(defaultValue = "") String done, HttpServletRequest request, Shell shell) {
    return Door.person()
        .map(person -> {
          var page = new WalletsPage(rows(copies.of(person), shell), done.equals("withdrawn"));
          return View.of("wallet/wallets", page);
        })
        .orElseGet(() -> Door.signInFirst(request));
  }

  @PostMapping(ALL + "/{copy}/withdraw")
  ModelAndView withdrawFromAll(@PathVariable UUID copy, Shell shell) {
    var person = Door.person().orElseThrow(() -> notFound(copy));
    copies.withdraw(person, copy);
    return SeeOther.at(shell.link(ALL + "?done=withdrawn"));
  }

  private ModelAndView page(
      PersonId person,
      Claim claim,
      Chosen chosen,
      WalletPage.@Nullable Offer offer,
      boolean withdrawn,
      Shell shell) {
    var badge = view(claim, shell);
    var page =
        new WalletPage(
            badge.path(),
            badge.title(),
            badge.issuer(),
            badge.image(),
            badge.accentSheet(),
            badge.state() == Credential.State.ISSUED,
            chosen.configuration().form().word(),
            chosen.withPin(),
            offer,
            rows(copies.of(person, claim.credential()), shell),
            withdrawn);
    return View.of("wallet/wallet", page);
  }

  private BadgeView view(Claim claim, Shell shell) {
    return views(List.of(claim), shell).stream()
        .findFirst()
        .orElseThrow(() -> notFound(claim.credential().value()));
  }

  private List<BadgeView> views(Collection<Claim> of, Shell shell) {
    return views.of(of, shell.language(), id -> "/home/badges/" + id.value() + "/image.png");
  }

  private List<WalletPage.Copy> rows(List<WalletCopy> of, Shell shell) {
    var copied = of.stream().map(WalletCopy::credential).distinct().toList();
    Map<UUID, BadgeView> names =
        views(claims.of(copied), shell).stream()
            .collect(Collectors.toMap(BadgeView::id, Function.identity()));
    return of.stream()
        .filter(copy -> names.containsKey(copy.credential().value()))
        .map(copy -> row(copy, Objects.requireNonNull(names.get(copy.credential().value()))))
        .toList();
  }

  private static WalletPage.Copy row(WalletCopy copy, BadgeView badge) {
    var told = copy.told();
    return new WalletPage.Copy(
        copy.id(),
        badge.path(),
        badge.title(),
        "wallet.form." + copy.form().word(),
        copy.madeAt(),
        copy.isLive(),
        told == null ? "" : "wallet.told." + told.name().toLowerCase(Locale.ROOT));
  }

  /** An address that is the picture itself: the secret in it goes through no other request. */
  private static String picture(String link) {
    var svg = QrCode.of(link).svg().strip().getBytes(StandardCharsets.UTF_8);
    return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg);
  }

  private static Problem notFound(UUID id) {
    return new Problem.NotFound("badge " + id);
  }
}
