package org.insignia.server.demo;

import org.jspecify.annotations.Nullable;

/**
 * What {@code demo.json} tells people and programs: addresses, sign-ins, a badge to look at and one
 * to claim.
 *
 * @param badge address of a public badge page
 * @param collection address of a collection that the earner shows; null where an older demo was
 *     laid
 * @param unasked somebody who has badges accepted unasked; null where an older demo was laid
 * @param transcript a transcript that the earner shares; null where an older demo was laid
 */
record DemoFile(
    String baseUrl,
    SignIn operator,
    Owner owner,
    Earner earner,
    Unclaimed unclaimed,
    String badge,
    @Nullable String collection,
    @Nullable SignIn unasked,
    @Nullable Transcript transcript) {

  record SignIn(String email, String password) {}

  /**
   * @param organisation the slug of the organisation owned
   */
  record Owner(String email, String password, String organisation) {}

  /**
   * @param profile address of the public profile
   */
  record Earner(String email, String password, String profile) {}

  /** Somebody whose badge waits and who has no account yet. */
  record Unclaimed(String email, String claimUrl) {}

  /**
   * A shared transcript.
   *
   * @param address of the page that asks for the code
   * @param id what the page {@code /transcripts} asks for, with the code
   */
  record Transcript(String address, String id, String code) {}
}
