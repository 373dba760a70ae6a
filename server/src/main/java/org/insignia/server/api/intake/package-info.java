/**
 * Where providers send results by signed messages (Standard Webhooks). Start at {@link
 * org.insignia.server.api.intake.IntakeHooks}.
 */
@NullMarked
package org.insignia.server.api.intake;

import org.jspecify.annotations.NullMarked;
