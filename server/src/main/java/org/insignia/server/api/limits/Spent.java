package org.insignia.server.api.limits;

import java.time.Duration;

/**
 * What became of a charge.
 *
 * @param room how much is left
 * @param refused whether there was too little, and nothing was taken
 */
record Spent(Charge charge, double room, boolean refused) {
  /** Until there is room for what was refused. */
  Duration pause() {
    return seconds(charge.asked() - room);
  }

  /** As it stands in {@code RateLimit}: what is left, and when all of it is there again. */
  String field() {
    var policy = charge.policy();
    return "\""
        + policy.name()
        + "\";r="
        + (long) Math.max(0, Math.floor(room))
        + ";t="
        + seconds(policy.quota() - room).toSeconds();
  }

  private Duration seconds(double missing) {
    return Duration.ofSeconds(Math.max(0, (long) Math.ceil(missing / charge.policy().perSecond())));
  }
}
