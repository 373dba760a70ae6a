/**
 * The status lists: who has which index, and what is published. Start at {@link
 * org.insignia.server.issuing.status.StatusLists}.
 */
@NullMarked
package org.insignia.server.issuing.status;

import org.jspecify.annotations.NullMarked;
