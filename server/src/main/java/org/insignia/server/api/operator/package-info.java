/**
 * What belongs to the whole server, for programs of whoever runs it: organisations, mail, job
 * feeds, examinations, merged accounts. Start at {@link
 * org.insignia.server.api.operator.OperatorDoor}.
 */
@NullMarked
package org.insignia.server.api.operator;

import org.jspecify.annotations.NullMarked;
