/**
 * Choices of badges that earners make, each with a page of its own. Start at {@link
 * org.insignia.server.sharing.collections.BadgeCollections}.
 */
@NullMarked
package org.insignia.server.sharing.collections;

import org.jspecify.annotations.NullMarked;
