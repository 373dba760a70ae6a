package org.insignia.server.api.badges;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.insignia.server.api.idempotency.Asked;
import org.insignia.server.api.idempotency.KeptAnswer;
import org.insignia.server.api.idempotency.KeptAnswers;
import org.insignia.server.api.idempotency.KeptAnswers.Found;
import org.insignia.server.api.idempotency.KeptAnswers.Given;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.issuing.hand.Giving;
import org.insignia.server.issuing.hand.Giving.Issued;
import org.insignia.server.issuing.hand.Giving.Single;
import org.insignia.server.issuing.hand.WishReader.Reading.Sound;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.rounds.Outcome;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges, issues and answers what is wanted at the same moment, in the caller's transaction. What
 * shares a key, a mailbox or a request with another before it is left for the next round, where it
 * finds what that one did.
 */
@Component
class IssuingRound {
  private final KeptAnswers kept;
  private final Wishes wishes;
  private final Giving giving;
  private final OwnBadges views;
  private final Settings settings;
  private final JsonMapper json;

  IssuingRound(
      KeptAnswers kept,
      Wishes wishes,
      Giving giving,
      OwnBadges views,
      Settings settings,
      JsonMapper json) {
    this.kept = kept;
    this.wishes = wishes;
    this.giving = giving;
    this.views = views;
    this.settings = settings;
    this.json = json;
  }

  /** A badge that somebody who was let in asks for. */
  static final class Wanted {
    private final Visit visit;
    private final byte[] json;
    private final @Nullable Asked asked;

    /**
     * @param json the body of the request, as it came
     * @param asked null where it came without a key
     */
    Wanted(Visit visit, byte[] json, @Nullable Asked asked) {
      this.visit = visit;
      this.json = json;
      this.asked = asked;
    }

    OrganisationId organisation() {
      return visit.organisation().id();
    }
  }

  /**
   * In the order of what is wanted.
   *
   * @param wanted of one organisation
   */
  List<Outcome<Given>> answers(List<Wanted> wanted) {
    Map<Wanted, Outcome<Given>> outcomes = new HashMap<>();
    var fresh = unkept(wanted, outcomes);
    var sound = sound(fresh, outcomes);
    if (!sound.isEmpty()) {
      issue(sound, outcomes);
    }
    return wanted.stream().map(w -> Objects.requireNonNull(outcomes.get(w))).toList();
  }

  /** Those whose keys have no answer yet, and those without a key. */
  private List<Wanted> unkept(List<Wanted> wanted, Map<Wanted, Outcome<Given>> outcomes) {
    Map<Asked, Wanted> keyed = new LinkedHashMap<>();
    Set<List<Object>> keys = new HashSet<>();
    for (Wanted one : wanted) {
      var asked = one.asked;
      if (asked != null && keys.add(List.of(asked.caller(), asked.key()))) {
        keyed.put(asked, one);
      } else if (asked != null) {
        outcomes.put(one, new Outcome.Later<>());
      }
    }
    var found = kept.look(List.copyOf(keyed.keySet())).iterator();
    for (Wanted one : keyed.values()) {
      switch (found.next()) {
        case Found.Nothing _ -> {}
        case Found.Kept(KeptAnswer answer) ->
            outcomes.put(one, new Outcome.Answered<>(new Given(answer, true)));
        case Found.Refused(Problem why) -> outcomes.put(one, new Outcome.Refused<>(why));
      }
    }
    return wanted.stream().filter(one -> !outcomes.containsKey(one)).toList();
  }

  private Map<Wanted, Sound> sound(List<Wanted> wanted, Map<Wanted, Outcome<Given>> outcomes) {
    Map<Wanted, Sound> sound = new LinkedHashMap<>();
    Set<Object> named = new HashSet<>();
    Wishes.@Nullable Reader reader = null;
    for (Wanted one : wanted) {
      reader = reader == null ? wishes.readerOfOne(one.visit.organisation()) : reader;
      try {
        var read = reader.read(Body.of(one.json), 0);
        var wish = read.sound();
        if (wish == null) {
          outcomes.put(one, new Outcome.Refused<>(new Problem.Invalid(read.faults())));
        } else if (named.contains(wish.wish().person().mailbox().key())
            || named.contains(wish.wish().request())) {
          outcomes.put(one, new Outcome.Later<>());
        } else {
          named.add(wish.wish().person().mailbox().key());
          named.add(wish.wish().request());
          sound.put(one, wish);
        }
      } catch (Problem unreadable) {
        outcomes.put(one, new Outcome.Refused<>(unreadable));
      }
    }
    return sound;
  }

  private void issue(Map<Wanted, Sound> sound, Map<Wanted, Outcome<Given>> outcomes) {
    List<Single> singles = new ArrayList<>();
    sound.forEach((one, wish) -> singles.add(new Single(one.visit.actor(), wish.wish())));
    var organisation = sound.keySet().iterator().next().organisation();
    var issued = giving.together(organisation, singles).iterator();
    Map<Asked, KeptAnswer> answers = new LinkedHashMap<>();
    sound.forEach((one, wish) -> {
      try {
        var answer = answer(one.visit, wish, issued.next());
        outcomes.put(one, new Outcome.Answered<>(new Given(answer, false)));
        if (one.asked != null) {
          answers.put(one.asked, answer);
        }
      } catch (Problem refused) {
        outcomes.put(one, new Outcome.Refused<>(refused));
      }
    });
    kept.keep(answers);
  }

  /** A mailbox that has the badge already is told by 409, unless the badge may be had again. */
  private KeptAnswer answer(Visit visit, Sound sound, Issued issued) {
    var id = issued.credential();
    var had = issued.had();
    if (had != null || id == null) {
      throw new Problem.Conflict(
          (had == null ? "this was issued before" : wishes.english(had))
              + (id == null ? "" : " It is " + settings.url("/rest/v1/badges/" + id.value())));
    }
    var fresh = issued.fresh();
    var badge =
        fresh == null
            ? views.one(views.badge(visit.organisation(), id))
            : views.fresh(fresh, sound.achievement());
    return new KeptAnswer(
        HttpStatus.CREATED.value(),
        MediaType.APPLICATION_JSON_VALUE,
        settings.url("/rest/v1/badges/" + id.value()).toString(),
        json.writeValueAsString(badge));
  }
}
