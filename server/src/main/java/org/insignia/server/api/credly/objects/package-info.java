/**
 * Organisations, achievements and badges in the words of this tree: every member that its clients
 * read, null where we have nothing. Start at {@link
 * org.insignia.server.api.credly.objects.BadgeObjects}.
 */
@NullMarked
package org.insignia.server.api.credly.objects;

import org.jspecify.annotations.NullMarked;
