/**
 * What must always hold of people, and what others ask of them. Start at {@link
 * org.insignia.server.accounts.fsck.People}.
 */
@NullMarked
package org.insignia.server.accounts.fsck;

import org.jspecify.annotations.NullMarked;
