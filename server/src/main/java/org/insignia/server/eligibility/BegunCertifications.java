package org.insignia.server.eligibility;

import java.util.List;
import java.util.UUID;
import org.insignia.server.platform.i18n.Language;

/**
 * Port: the certifications that somebody has begun and can still complete; answered by the feature
 * above that puts people's records together.
 */
public interface BegunCertifications {
  /**
   * The nearest to completion first.
   *
   * @param person who has the account
   */
  List<Begun> of(UUID person, Language language);

  /**
   * A certification that is not earned yet.
   *
   * @param missing what is still to be passed, as the end of a sentence
   */
  record Begun(String title, String issuer, String missing) {}
}
