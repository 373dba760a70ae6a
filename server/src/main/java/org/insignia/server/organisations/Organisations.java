package org.insignia.server.organisations;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The issuers of this server. */
@Component
public class Organisations {
  /**
   * Under /console the operators' pages stand where those of an organisation of this name would.
   */
  private static final Set<String> OURS =
      Set.of("feeds", "health", "merged-accounts", "requests", "server", "support", "help");

  private final OrganisationStore store;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Organisations(OrganisationStore store, Audit audit, ApplicationEventPublisher events) {
    this.store = store;
    this.audit = audit;
    this.events = events;
  }

  /**
   * A new organisation has its row; features above add what each organisation needs, in the same
   * transaction.
   */
  public record Created(Organisation organisation) {}

  /**
   * What an organisation says of itself was changed; features above follow in the same transaction.
   */
  public record Changed(Organisation before, Organisation after) {}

  /**
   * Founds an organisation.
   *
   * @param actor who does it, for the audit
   * @throws Problem.Conflict if the slug is taken, or is one of the {@linkplain #OURS product's
   *     own}
   */
  @Transactional
  public Organisation create(
      String actor, String slug, String name, @Nullable URI url, @Nullable String email) {
    var organisation =
        new Organisation(
            new OrganisationId(Ids.next()),
            slug,
            name.strip(),
            url,
            email,
            Organisation.DEFAULT_ACCENT,
            "",
            null,
            null);
    if (OURS.contains(slug) || !store.insert(organisation)) {
      throw new Problem.Conflict("the address name " + slug + " is taken by another organisation");
    }
    audit.record(
        actor,
        organisation.id().value(),
        "organisations.create",
        "organisation:" + slug,
        "founded");
    events.publishEvent(new Created(organisation));
    return organisation;
  }

  /**
   * Changes what an organisation says of itself; its slug, which stands in every badge, stays.
   *
   * @param what the fields that change, for the audit
   */
  @Transactional
  public void change(String actor, Organisation after, String what) {
    var before = get(after.id());
    if (!before.slug().equals(after.slug())) {
      throw new IllegalArgumentException("the slug of an organisation stays");
    }
    store.update(after);
    audit.record(
        actor, after.id().value(), "organisations.change", "organisation:" + after.slug(), what);
    events.publishEvent(new Changed(before, after));
  }

  /** Keeps a logo for the organisation; it is shown once {@link #change} names its hash. */
  @Transactional
  public void keepLogo(OrganisationId id, Logo logo) {
    store.putLogo(id, logo);
  }

  /** Forgets the logo's picture. */
  @Transactional
  public void dropLogo(OrganisationId id) {
    store.removeLogo(id);
  }

  /** The logo that is kept. */
  public Optional<Logo> logo(OrganisationId id) {
    return store.logo(id);
  }

  /**
   * Another organisation of this server whose name the eye takes for this one: written with other
   * letters, or the same.
   */
  @Transactional
  public Optional<Organisation> alike(String name, OrganisationId than) {
    for (var old = store.withoutSkeleton(1000); !old.isEmpty(); old = store.withoutSkeleton(1000)) {
      old.forEach(o -> store.setSkeleton(o.id(), LookAlike.skeleton(o.name())));
    }
    var skeleton = LookAlike.skeleton(name);
    return skeleton.isEmpty() ? Optional.empty() : store.alike(skeleton, than);
  }

  /**
   * What speaks against a name by itself, as the end of a text key of this feature: {@code
   * invisible}, {@code mark}, {@code dressed} or {@code mixed}.
   */
  public static Optional<String> objection(String name) {
    return LookAlike.objection(name).map(o -> o.name().toLowerCase(Locale.ROOT));
  }

  /** The organisation of this slug. */
  public Optional<Organisation> find(String slug) {
    return store.find(slug);
  }

  /** The organisation of this id, which came from our own tables. */
  public Organisation get(OrganisationId id) {
    return store.find(id).orElseThrow(() -> new Problem.NotFound("organisation " + id.value()));
  }

  /**
   * The organisation that a command means.
   *
   * @param slug empty: the one founded first
   * @throws Problem.NotFound if there is none of this slug, or none at all
   */
  public Organisation meant(Optional<String> slug) {
    return slug.map(
            s -> find(s).orElseThrow(() -> new Problem.NotFound("there is no organisation " + s)))
        .or(this::first)
        .orElseThrow(() -> new Problem.NotFound("there is no organisation yet"));
  }

  /** Several at once, by name; unknown ids are left out. */
  public List<Organisation> get(Collection<OrganisationId> ids) {
    return ids.isEmpty() ? List.of() : store.find(ids);
  }

  /**
   * Some of those whose name has this part, by name.
   *
   * @param part empty: of all
   */
  public List<Organisation> named(String part, int skip, int limit) {
    return store.page(part, skip, limit);
  }

  /**
   * Some of those whose name has this part, by slug.
   *
   * @param after slug of the last one of the page before; empty for the first page
   */
  public List<Organisation> bySlug(String part, String after, int limit) {
    return store.bySlug(part, after, limit);
  }

  /** How many have this part in their name; all, where it is empty. */
  public int countNamed(String part) {
    return store.count(part);
  }

  /** All of them by name. */
  public List<Organisation> all() {
    return store.all();
  }

  /** The one founded first: whose catalogue is meant where a command names none. */
  public Optional<Organisation> first() {
    return store.first();
  }
}
