package org.insignia.server.api.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.insignia.server.catalog.handmade.Complaints;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.problem.Problem.Invalid.Fault;

/** Tells what a feature finds wrong with a wish as faults of a body, in English. */
final class ToldFaults implements Complaints {
  private static final String TITLE = "title-";

  private final Texts texts;
  private final Map<String, String> places;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * @param places JSON Pointers by name of field
   */
  ToldFaults(Texts texts, Map<String, String> places) {
    this.texts = texts;
    this.places = places;
  }

  @Override
  public Language language() {
    return Language.EN;
  }

  @Override
  public void add(String field, String key, Object... args) {
    var place =
        field.startsWith(TITLE)
            ? "/titles/" + field.substring(TITLE.length())
            : places.getOrDefault(field, "/" + field);
    faults.add(new Fault(place, texts.text(Language.EN, key, args)));
  }

  /** All that was told. */
  Problem.Invalid problem() {
    return new Problem.Invalid(faults);
  }
}
