package org.insignia.server.issuing.hand;

import static org.assertj.core.api.Assertions.assertThat;

import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class BadgeNamesModuleTest {
  @Autowired private TestBadges badges;
  @Autowired private Achievements achievements;
  @Autowired private Catalog catalog;

  @Test
  void one_that_is_asked_for_by_itself_is_found_by_the_same_names_as_among_all() {
    var academy = badges.academy().id();
    var other = achievements.of(badges.academy().id(), "exam.a").orElseThrow();
    var exam = achievements.of(academy, "exam.a").orElseThrow();
    var all = BadgeNames.of(achievements, catalog, academy);
    var asked = BadgeNames.asked(achievements, catalog, academy);
    var names =
        new String[] {
          exam.slug(), exam.id().value().toString(), "exam.a", " EXAM.A ", exam.name(), "nw-100"
        };
    for (var name : names) {
      assertThat(all.find(name)).as(name).contains(exam);
      assertThat(asked.apply(name)).as(name).contains(exam);
    }
    assertThat(asked.apply(other.id().value().toString())).isEmpty();
    assertThat(asked.apply("no such badge")).isEmpty();
  }
}
