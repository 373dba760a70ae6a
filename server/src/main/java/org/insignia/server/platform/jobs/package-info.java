/**
 * Work that goes on in the background and survives a crash. Start at {@link
 * org.insignia.server.platform.jobs.Worker}.
 */
@NullMarked
package org.insignia.server.platform.jobs;

import org.jspecify.annotations.NullMarked;
