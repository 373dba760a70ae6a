package org.insignia.server.catalog.handmade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievement.State;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.about.Particulars;
import org.insignia.server.catalog.wording.Words;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class NeighboursModuleTest {
  @Autowired Settings settings;
  @Autowired Organisations organisations;
  @Autowired Achievements achievements;
  @Autowired HandMade made;
  @Autowired Neighbours neighbours;
  private Organisation academy;
  private AchievementId first;
  private AchievementId second;
  private AchievementId draft;

  @BeforeEach
  void found() {
    academy = organisation();
    first = active(academy, "First steps");
    second = active(academy, "Second steps");
    draft = add(academy, "Not yet");
  }

  private Organisation organisation() {
    var slug = "o" + Ids.next().toString().replace("-", "");
    return organisations.create("test", slug, "Northwind Academy", null, null);
  }

  private AchievementId add(Organisation by, String name) {
    var words = new Words(name, "", "Do it.", List.of());
    return made.add(
        "test", by, new AchievementWish(Language.EN, Map.of(Language.EN, words), Particulars.NONE));
  }

  private AchievementId active(Organisation by, String name) {
    var id = add(by, name);
    made.stand("test", by, achievements.get(id), State.ACTIVE);
    return id;
  }

  private String shown(AchievementId id) {
    var achievement = achievements.get(id);
    return Web.stranger(settings)
        .get("/org/" + academy.slug() + "/badge/" + achievement.slug())
        .body();
  }

  @Test
  void next_steps_are_shown_to_everybody_without_drafts() {
    neighbours.recommend(
        "test", academy, achievements.get(first), List.of(draft, second, first, second));
    assertThat(neighbours.next(first)).extracting(Achievement::id).containsExactly(draft, second);
    assertThat(neighbours.offeredNext(first)).extracting(Achievement::id).containsExactly(second);
    assertThat(shown(first)).contains("Next steps", "Second steps").doesNotContain("Not yet");
    assertThat(shown(second)).doesNotContain("Next steps");
  }

  @Test
  void nothing_of_another_organisation_is_recommended_or_collected() {
    var foreign = active(organisation(), "Foreign");
    assertThatThrownBy(
            () -> neighbours.recommend("test", academy, achievements.get(first), List.of(foreign)))
        .isInstanceOf(Problem.NotFound.class);
    neighbours.open("test", academy, "Path");
    var path = neighbours.shelves(academy.id()).getFirst().shelf();
    assertThatThrownBy(() -> neighbours.fill("test", academy, path.id(), List.of(foreign)))
        .isInstanceOf(Problem.NotFound.class);
    assertThatThrownBy(() -> neighbours.close("test", organisation(), path.id()))
        .isInstanceOf(Problem.NotFound.class);
  }

  @Test
  void a_collection_shows_the_others_in_their_order_and_goes_without_them() {
    assertThat(neighbours.open("test", academy, "Leadership path")).isTrue();
    assertThat(neighbours.open("test", academy, "Leadership path")).as("again").isFalse();
    var path = neighbours.shelves(academy.id()).getFirst().shelf();
    neighbours.fill("test", academy, path.id(), List.of(second, draft, first));
    assertThat(neighbours.shelves(academy.id()).getFirst().achievements())
        .extracting(Achievement::id)
        .containsExactly(second, draft, first);
    assertThat(shown(first))
        .contains("Also in “Leadership path”", "Second steps")
        .doesNotContain("Not yet");
    neighbours.close("test", academy, path.id());
    assertThat(shown(first)).doesNotContain("Leadership path");
    assertThat(achievements.get(second).state()).isEqualTo(State.ACTIVE);
  }
}
