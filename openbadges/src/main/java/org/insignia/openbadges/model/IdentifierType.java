package org.insignia.openbadges.model;

import java.util.Set;

/**
 * What an identifier is (OB 3.0, IdentifierTypeEnum). The list is open: an issuer may write {@code
 * ext:} and a word of its own.
 *
 * @param value as written in JSON; reading takes any word, {@link #isDefined()} judges it
 */
public record IdentifierType(String value) {
  public static final IdentifierType EMAIL_ADDRESS = new IdentifierType("emailAddress");
  public static final IdentifierType USER_NAME = new IdentifierType("userName");
  public static final IdentifierType NATIONAL_IDENTITY_NUMBER =
      new IdentifierType("nationalIdentityNumber");
  public static final IdentifierType SOURCED_ID = new IdentifierType("sourcedId");
  public static final IdentifierType SYSTEM_ID = new IdentifierType("systemId");
  public static final IdentifierType PRODUCT_ID = new IdentifierType("productId");
  public static final IdentifierType ACCOUNT_ID = new IdentifierType("accountId");
  public static final IdentifierType NAME = new IdentifierType("name");
  public static final IdentifierType IDENTIFIER = new IdentifierType("identifier");
  public static final IdentifierType ISBN = new IdentifierType("isbn");
  public static final IdentifierType ISSN = new IdentifierType("issn");
  public static final IdentifierType LIS_SOURCED_ID = new IdentifierType("lisSourcedId");
  public static final IdentifierType ONE_ROSTER_SOURCED_ID =
      new IdentifierType("oneRosterSourcedId");
  public static final IdentifierType SIS_SOURCED_ID = new IdentifierType("sisSourcedId");
  public static final IdentifierType LTI_CONTEXT_ID = new IdentifierType("ltiContextId");
  public static final IdentifierType LTI_DEPLOYMENT_ID = new IdentifierType("ltiDeploymentId");
  public static final IdentifierType LTI_TOOL_ID = new IdentifierType("ltiToolId");
  public static final IdentifierType LTI_PLATFORM_ID = new IdentifierType("ltiPlatformId");
  public static final IdentifierType LTI_USER_ID = new IdentifierType("ltiUserId");

  private static final Set<String> DEFINED =
      Set.of(
          "emailAddress",
          "userName",
          "nationalIdentityNumber",
          "sourcedId",
          "systemId",
          "productId",
          "accountId",
          "name",
          "identifier",
          "isbn",
          "issn",
          "lisSourcedId",
          "oneRosterSourcedId",
          "sisSourcedId",
          "ltiContextId",
          "ltiDeploymentId",
          "ltiToolId",
          "ltiPlatformId",
          "ltiUserId");

  /** Whether the standard lists this word, or it is marked as an extension. */
  public boolean isDefined() {
    return DEFINED.contains(value) || value.startsWith("ext:");
  }
}
