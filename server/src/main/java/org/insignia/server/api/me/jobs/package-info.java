/**
 * The labour market for an earner's badges, for programs that they allowed. Start at {@link
 * org.insignia.server.api.me.jobs.MyInsightsApi}.
 */
@NullMarked
package org.insignia.server.api.me.jobs;

import org.jspecify.annotations.NullMarked;
