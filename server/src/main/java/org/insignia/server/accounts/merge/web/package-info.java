/**
 * Merging accounts in the browser. Start at {@link
 * org.insignia.server.accounts.merge.web.MergePage}.
 */
@NullMarked
package org.insignia.server.accounts.merge.web;

import org.jspecify.annotations.NullMarked;
