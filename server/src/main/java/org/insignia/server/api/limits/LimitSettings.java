package org.insignia.server.api.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the machine interfaces take in a minute. What was not used is saved up to one minute's
 * worth.
 *
 * @param caller requests of one organisation by all its programs together; default 3,000
 * @param network requests from one network, known callers included; default 6,000
 * @param items badges and results that one organisation sends in batches; default 60,000
 */
@ConfigurationProperties("insignia.limits")
record LimitSettings(
    @DefaultValue("3000") int caller,
    @DefaultValue("6000") int network,
    @DefaultValue("60000") int items) {
  LimitSettings {
    if (caller < 1 || network < 1 || items < 1000) {
      throw new IllegalArgumentException(
          "INSIGNIA_LIMITS_CALLER and _NETWORK are 1 or more, INSIGNIA_LIMITS_ITEMS 1000 or more");
    }
  }
}
