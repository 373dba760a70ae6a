package org.insignia.server.organisations;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
   * Founds an organisation.
   *
   * @param actor who does it, for the audit
   * @throws Problem.Conflict if the slug is taken
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
            Organisation.DEFAULT_ACCENT);
    if (!store.insert(organisation)) {
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
