/**
 * A host of badges for other programs, which act for people who allowed it: the Open Badges 3.0
 * API, its counterpart of CLR 2.0, and Badge Connect 2.1. Start at {@link
 * org.insignia.server.api.host.HeldBadges}.
 */
@NullMarked
package org.insignia.server.api.host;

import org.jspecify.annotations.NullMarked;
