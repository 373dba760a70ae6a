package org.insignia.server.sharing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Attributions;
import org.insignia.server.issuing.Credential.State;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Renderings;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.hot.Briefly;
import org.insignia.server.platform.hot.HotPages;
import org.insignia.server.platform.look.Accent;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.OpenPage;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.sharing.LiveChecks;
import org.insignia.server.sharing.LiveChecks.Checked;
import org.insignia.server.sharing.PublicBadges;
import org.insignia.server.sharing.ShownBadge;
import org.insignia.server.sharing.counts.Event;
import org.insignia.server.sharing.counts.Reach;
import org.insignia.server.sharing.counts.Visits;
import org.insignia.server.sharing.share.PercentEncoding;
import org.insignia.server.sharing.web.BackgroundOfBadges.Background;
import org.insignia.server.sharing.web.BadgePage.Headline;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The page of one badge: who, what, when, by whom, for what, and whether it holds. */
@Controller
class BadgePages implements Renderings, OpenPage {
  private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
  private static final Pattern ADDRESS = Pattern.compile("/badges/(" + ID + ")");
  private static final int PICTURE = 600;

  private final PublicBadges badges;
  private final LiveChecks checks;
  private final EvidenceReader evidence;
  private final BackgroundOfBadges backgrounds;
  private final Briefly<OrganisationId, String> attributions;
  private final Beside beside;
  private final Reach reach;
  private final Clock clock;

  BadgePages(
      PublicBadges badges,
      LiveChecks checks,
      EvidenceReader evidence,
      BackgroundOfBadges backgrounds,
      Attributions attributions,
      Beside beside,
      Reach reach,
      Clock clock) {
    this.badges = badges;
    this.checks = checks;
    this.evidence = evidence;
    this.backgrounds = backgrounds;
    this.attributions = Briefly.each(id -> attributions.of(id).orElse(""));
    this.beside = beside;
    this.reach = reach;
    this.clock = clock;
  }

  @Override
  public List<String> addresses() {
    return List.of("/badges/{id}", "/badges/{id}?lang=es");
  }

  @Override
  public @Nullable ModelAndView openPage(
      Shell shell, HttpServletRequest request, HttpServletResponse response) {
    var address = ADDRESS.matcher(request.getRequestURI());
    if (!address.matches()) {
      return null;
    }
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT); // it has a form for machines, too
    return badge(UUID.fromString(address.group(1)), shell, request, response);
  }

  @GetMapping("/badges/{id:" + ID + "}")
  ModelAndView badge(
      @PathVariable UUID id,
      Shell shell,
      HttpServletRequest request,
      HttpServletResponse response) {
    var asking = asking(shell);
    var background =
        backgrounds
            .find(new CredentialId(id), asking)
            .orElseThrow(() -> new Problem.NotFound("there is no public badge " + id));
    var badge = background.badge();
    if (badge.credential().state() == State.REPLACED) {
      var next = badges.successor(badge, asking);
      if (next.isPresent()) {
        Caching.forNobody(response);
        return new ModelAndView(new RedirectView(shell.link(next.get().credential().path())));
      }
    }
    var checked = checks.of(badge);
    if (checked.damaged()) {
      throw new Problem.Damaged("badge " + id);
    }
    if (badge.claim().isPublic()) {
      Caching.forEverybody(shell, response);
    } else {
      Caching.forNobody(response);
    }
    var page = page(background, checked, shell);
    if (!badge.own()) {
      count(badge, request);
      HotPages.onServing(request, again -> count(badge, again));
    }
    return View.of("sharing/badge", page);
  }

  private void count(ShownBadge badge, HttpServletRequest request) {
    if (Visits.isPerson(request)) {
      reach.note(badge, Event.VIEW, request);
    }
  }

  static @Nullable PersonId asking(Shell shell) {
    var viewer = shell.viewer();
    return viewer == null ? null : new PersonId(viewer.id());
  }

  private BadgePage page(Background background, Checked checked, Shell shell) {
    var badge = background.badge();
    var credential = badge.credential();
    var words = badge.achievement().words(shell.language());
    return new BadgePage(
        credential.path(),
        words.name(),
        badge.picture(PICTURE),
        credential.recipientName(),
        background.profile(),
        badge.organisation().name(),
        "/org/" + badge.organisation().slug(),
        Objects.requireNonNullElse(badge.organisation().domain(), ""),
        badge.achievementPath(),
        credential.earnedAt(),
        credential.validUntil(),
        headline(badge, checked),
        checked.report(),
        checked.at(),
        Paragraphs.of(words.description()),
        words.skills(),
        words.criteria(),
        beside.next(badge.organisation(), badge.achievement().id(), shell),
        evidence.of(credential.id()),
        background.evidence(),
        badge.claim().isPublic(),
        background.isListed(),
        badge.own(),
        badge.achievement().state() == Achievement.State.ACTIVE,
        attributions.of(badge.organisation().id()),
        Accent.parse(badge.organisation().accent()).map(Accent::sheet).orElse(""),
        meta(badge, shell));
  }

  /** What the issuer decided is said at once, even before every list that says so was renewed. */
  private Headline headline(ShownBadge badge, Checked checked) {
    var credential = badge.credential();
    var reason = Objects.requireNonNullElse(credential.stateReason(), "");
    var until = credential.validUntil();
    return switch (credential.state()) {
      case REVOKED -> new Headline("bad", "verification.verdict.revoked", reason);
      case REPLACED -> new Headline("warn", "sharing.badge.replaced", reason);
      case SUSPENDED -> new Headline("warn", "verification.verdict.suspended", reason);
      case ISSUED ->
          until != null && until.isBefore(clock.instant())
              ? new Headline("warn", "verification.verdict.expired", "")
              : new Headline(checked.report().tone(), checked.report().key(), "");
    };
  }

  private static Meta meta(ShownBadge badge, Shell shell) {
    var credential = badge.credential();
    var words = badge.achievement().words(shell.language());
    var organisation = badge.organisation();
    var url = shell.absolute(credential.path());
    var description =
        shell.t(
            "sharing.badge.meta", credential.recipientName(), words.name(), organisation.name());
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("@type", "EducationalOccupationalCredential");
    schema.put("@id", url);
    schema.put("url", url);
    schema.put("name", words.name());
    schema.put("description", words.description());
    schema.put("image", shell.absolute(badge.picture(PICTURE)));
    schema.put("credentialCategory", "badge");
    schema.put("dateCreated", credential.earnedAt().toString());
    if (credential.validUntil() != null) {
      schema.put("expires", credential.validUntil().toString());
    }
    schema.put(
        "recognizedBy",
        Map.of(
            "@type", "Organization",
            "name", organisation.name(),
            "url", shell.absolute("/org/" + organisation.slug())));
    schema.put("about", Map.of("@type", "Person", "name", credential.recipientName()));
    schema.put("competencyRequired", words.skills());
    var image = shell.absolute(badge.picture(PICTURE));
    // Programs take name, issuer and earner from this sentence.
    var title =
        shell.t(
            "sharing.badge.preview", words.name(), organisation.name(), credential.recipientName());
    return badge.claim().isPublic()
        ? Meta.of(title, description, url, image, credential.path() + ".json", schema)
            .withSocial(
                shell.absolute(credential.path() + "/social.png?lang=" + shell.language().tag()))
            .withEmbed(shell.absolute("/oembed?url=" + PercentEncoding.of(url)))
        : Meta.of(title, description, url, image, "", schema);
  }
}
