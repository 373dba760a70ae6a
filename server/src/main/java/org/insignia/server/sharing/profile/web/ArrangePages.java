package org.insignia.server.sharing.profile.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.sharing.profile.Gallery;
import org.insignia.server.sharing.profile.Gallery.Move;
import org.insignia.server.sharing.web.Visitor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The order of badges on the own profile: a button for each step, and for those who run scripts the
 * same without a new page and by dragging.
 */
@Controller
class ArrangePages {
  private static final int MOST = 10_000;

  private final Gallery gallery;
  private final Profiles profiles;

  ArrangePages(Gallery gallery, Profiles profiles) {
    this.gallery = gallery;
    this.profiles = profiles;
  }

  @GetMapping("/home/arrange")
  ModelAndView page(
      @RequestParam(defaultValue = "") String moved, HttpServletRequest request, Shell shell) {
    var person = Visitor.of(shell);
    if (person.isEmpty()) {
      return Visitor.signInFirst("/home/arrange", request, shell);
    }
    var rows =
        gallery.of(person.get()).stream()
            .map(
                p -> new ArrangePage.Row(p.id(), p.name(shell.language()), p.issuer(), p.picture()))
            .toList();
    return View.of(
        "profile/arrange", new ArrangePage(rows, profiles.of(person.get()).path(), moved));
  }

  @PostMapping(path = "/home/arrange", params = "move")
  ModelAndView move(@RequestParam UUID badge, @RequestParam String move, Shell shell) {
    gallery.move(Visitor.me(shell), badge, move(move));
    return SeeOther.at(shell.link("/home/arrange?moved=" + badge) + "#b-" + badge);
  }

  private static Move move(String word) {
    return Arrays.stream(Move.values())
        .filter(m -> m.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> new Problem.Invalid("move", "up, down, first or last"));
  }

  /** The whole order at once, as the script of the page sends it. */
  @PostMapping(path = "/home/arrange", params = "order")
  ResponseEntity<Void> arrange(@RequestParam String order, Shell shell) {
    var ids = Arrays.stream(order.split(",")).limit(MOST).map(UUID::fromString).toList();
    gallery.arrange(Visitor.me(shell), ids);
    return ResponseEntity.noContent().build();
  }
}
