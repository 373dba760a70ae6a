package org.insignia.server.api.credly.templates;

import java.time.Clock;
import java.util.List;
import org.insignia.server.api.credly.objects.TemplateWords;
import org.insignia.server.api.credly.objects.TemplateWordsStore;
import org.insignia.server.api.credly.wire.Asked;
import org.insignia.server.api.credly.wire.Refusal;
import org.insignia.server.api.credly.wire.TokenDoor.Guest;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievement.State;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.design.BadgeLook;
import org.insignia.server.catalog.handmade.HandMade;
import org.insignia.server.issuing.Credentials;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes, changes and removes templates: the achievement and what programs said of it, or neither.
 */
@Service
class TemplateKeeping {
  private final HandMade handMade;
  private final Achievements achievements;
  private final Credentials credentials;
  private final TemplateWordsStore store;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TemplateKeeping(
      HandMade handMade,
      Achievements achievements,
      Credentials credentials,
      TemplateWordsStore store,
      ApplicationEventPublisher events,
      Clock clock) {
    this.handMade = handMade;
    this.achievements = achievements;
    this.credentials = credentials;
    this.store = store;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A new one.
   *
   * @param look as it was sent
   */
  @Transactional
  AchievementId add(Guest guest, Asked asked, BadgeLook look) {
    var wishes = new TemplateWishes(asked, null, TemplateWords.NONE);
    wishes.requireWhole();
    var words = wishes.words();
    var id = handMade.add(guest.actor(), guest.organisation(), wishes.wish(words));
    store.put(id, guest.organisation().id(), words, clock.instant());
    handMade.giveLook(guest.actor(), guest.organisation(), achievements.get(id), look);
    stand(guest, achievements.get(id), asked.text("state").orElse("active"));
    return id;
  }

  /** What is said of it now, in place of what was said before; the rest stays. */
  @Transactional
  void change(
      Guest guest,
      Achievement achievement,
      TemplateWords before,
      Asked asked,
      @Nullable BadgeLook look) {
    var wishes = new TemplateWishes(asked, achievement, before);
    var words = wishes.words();
    var wish = wishes.wish(words);
    handMade.change(
        guest.actor(),
        guest.organisation(),
        achievement,
        handMade.revision(achievement.id()),
        wish);
    store.put(achievement.id(), guest.organisation().id(), words, clock.instant());
    if (look != null) {
      handMade.giveLook(
          guest.actor(), guest.organisation(), achievements.get(achievement.id()), look);
    }
    asked.text("state").ifPresent(state -> stand(guest, achievements.get(achievement.id()), state));
  }

  /** Draft, active or archived. */
  @Transactional
  void stand(Guest guest, Achievement achievement, String word) {
    var wanted =
        switch (word) {
          case "draft" -> State.DRAFT;
          case "active" -> State.ACTIVE;
          case "archived" -> State.ARCHIVED;
          default -> throw Refusal.invalid("Validation failed: State is not included in the list");
        };
    if (wanted == achievement.state()
        || (wanted == State.ACTIVE && achievement.state() == State.RETIRED)) {
      return;
    }
    if (achievement.kind() != Achievement.Kind.OWN) {
      throw Refusal.invalid(
          "Validation failed: State is decided by the catalogue from which this badge template comes");
    }
    if (wanted == State.DRAFT) {
      throw Refusal.invalid("Validation failed: State cannot go back to draft");
    }
    if (wanted == State.ARCHIVED && achievement.state() == State.DRAFT) {
      throw Refusal.invalid("Validation failed: State of a draft cannot be archived");
    }
    handMade.stand(guest.actor(), guest.organisation(), achievement, wanted);
    store.put(
        achievement.id(),
        guest.organisation().id(),
        store.find(List.of(achievement.id())).getOrDefault(achievement.id(), TemplateWords.NONE),
        clock.instant());
  }

  /** Told to nobody from now on; only where nobody has a badge of it. */
  @Transactional
  void remove(Guest guest, Achievement achievement) {
    if (credentials.countInForce(achievement.id(), 1) > 0) {
      throw Refusal.invalid(
          "Validation failed: Badge template cannot be deleted because badges have been issued from"
              + " it; archive it instead");
    }
    if (achievement.kind() != Achievement.Kind.OWN) {
      throw Refusal.invalid(
          "Validation failed: Badge template comes from a catalogue and goes with it");
    }
    if (achievement.state() == State.ACTIVE || achievement.state() == State.RETIRED) {
      handMade.stand(guest.actor(), guest.organisation(), achievement, State.ARCHIVED);
    }
    store.remove(achievement.id(), guest.organisation().id(), clock.instant());
    events.publishEvent(
        new Achievements.Changed(
            guest.organisation().id(), Achievements.Change.DELETED, List.of(achievement.id())));
  }
}
