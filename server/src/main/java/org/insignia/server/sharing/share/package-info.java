/**
 * What the owner of a badge does with it: addresses of other sites, texts, and the forms it can be
 * taken away in. Start at {@link org.insignia.server.sharing.share.ShareTarget}.
 */
@NullMarked
package org.insignia.server.sharing.share;

import org.jspecify.annotations.NullMarked;
