/**
 * Resolution of DIDs that need no network, in the form of a DID resolver. Start at {@link
 * org.insignia.openbadges.did.DidKeyResolution}.
 */
package org.insignia.openbadges.did;
