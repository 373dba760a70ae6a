package org.insignia.server.api.webhooks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.insignia.server.api.events.EventType;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one address to which an organisation is told of events in few words, for programs that know
 * of no more than one: the latest made of its subscriptions of that shape.
 */
@Service
public class PlainTarget {
  private static final int LONGEST = 500;

  private final Webhooks webhooks;
  private final Sender sender;

  PlainTarget(Webhooks webhooks, Sender sender) {
    this.webhooks = webhooks;
    this.sender = sender;
  }

  /** Where it is told. */
  public Optional<URI> of(Organisation organisation) {
    return latest(organisation).map(Webhook::url);
  }

  /** What it is told of, in the words of that shape. */
  public List<String> events(Organisation organisation) {
    return latest(organisation).stream()
        .flatMap(w -> w.events().stream())
        .flatMap(e -> e.plainWord().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private Optional<Webhook> latest(Organisation organisation) {
    return webhooks.of(organisation).stream()
        .filter(w -> w.shape() == Webhook.Shape.CREDLY && w.state() == Webhook.State.ACTIVE)
        .max(Comparator.comparing(Webhook::madeAt).thenComparing(Webhook::id));
  }

  /**
   * Tells it there from now on instead, of everything that this shape has a word for.
   *
   * @param typed empty: nowhere
   * @throws Problem.Invalid for an address that is not asked
   */
  @Transactional
  public void move(String actor, Organisation organisation, String typed) {
    var before = latest(organisation);
    var target = typed.isEmpty() ? Optional.<URI>empty() : Optional.of(target(typed));
    if (before.map(Webhook::url).equals(target)) {
      return;
    }
    before.ifPresent(w -> webhooks.delete(actor, organisation, w.id()));
    target.ifPresent(
        url -> webhooks.make(actor, organisation, url, everything(), Webhook.Shape.CREDLY));
  }

  private static Set<EventType> everything() {
    return Arrays.stream(EventType.values())
        .filter(e -> e.plainWord().isPresent())
        .collect(Collectors.toSet());
  }

  private URI target(String typed) {
    try {
      var url = new URI(typed);
      if (typed.length() <= LONGEST
          && url.getHost() != null
          && url.getRawFragment() == null
          && sender.objection(url).isEmpty()) {
        return url;
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw new Problem.Invalid(
        "webhook_url", "is not an https address on the public internet without a fragment");
  }
}
