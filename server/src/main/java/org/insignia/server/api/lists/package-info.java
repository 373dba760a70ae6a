/**
 * Lists of recipients, for programs: brought, looked at, tried, started, stopped and reported row
 * by row. Start at {@link org.insignia.server.api.lists.IssueApi}.
 */
@NullMarked
package org.insignia.server.api.lists;

import org.jspecify.annotations.NullMarked;
