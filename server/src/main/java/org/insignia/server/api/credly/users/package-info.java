/**
 * Whom a token stands for, as programs ask that let people sign in. Start at {@link
 * org.insignia.server.api.credly.users.SelfApi}.
 */
@NullMarked
package org.insignia.server.api.credly.users;

import org.jspecify.annotations.NullMarked;
