/**
 * Programs that register themselves, to act for people who allow them to. Start at {@link
 * org.insignia.server.api.oauth.registration.RegistrationApi}.
 */
@NullMarked
package org.insignia.server.api.oauth.registration;

import org.jspecify.annotations.NullMarked;
