package org.insignia.server.demo;

/**
 * What {@code demo.json} tells people and programs: addresses, sign-ins, a badge to look at and one
 * to claim.
 *
 * @param badge address of a public badge page
 */
record DemoFile(
    String baseUrl,
    SignIn operator,
    Owner owner,
    Earner earner,
    Unclaimed unclaimed,
    String badge) {

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
}
