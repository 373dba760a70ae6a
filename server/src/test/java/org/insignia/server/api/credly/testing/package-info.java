/**
 * Speaks to the server as clients of this tree do. Start at {@link
 * org.insignia.server.api.credly.testing.CredlyClient}.
 */
package org.insignia.server.api.credly.testing;
