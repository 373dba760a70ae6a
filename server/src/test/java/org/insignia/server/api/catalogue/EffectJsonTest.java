package org.insignia.server.api.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.insignia.server.catalog.handmade.Foresight;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Rules;
import org.junit.jupiter.api.Test;

class EffectJsonTest {
  private static final CatalogVersion EMPTY =
      new CatalogVersion(0, Rules.DEFAULT, List.of(), Map.of());

  @Test
  void what_is_in_no_version_yet_goes_by_the_title_that_it_would_have() {
    var effect = new Foresight.Effect(3, true, Map.of("certification.new", 2), Map.of());
    assertThat(EffectJson.of(effect, EMPTY, "New").items())
        .containsExactly(new EffectJson.Row("certification.new", "New", 2, 0));
    assertThat(EffectJson.of(effect, EMPTY).items().getFirst().title())
        .isEqualTo("certification.new");
  }
}
