/**
 * The page on which people tell their postal address. Start at {@link
 * org.insignia.server.accounts.postal.web.PostalAddressPages}.
 */
@NullMarked
package org.insignia.server.accounts.postal.web;

import org.jspecify.annotations.NullMarked;
