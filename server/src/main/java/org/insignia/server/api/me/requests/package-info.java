/**
 * What an earner asks for, for programs that they allowed: corrections, support, why a badge is
 * missing. Start at {@link org.insignia.server.api.me.requests.MyRequestsApi}.
 */
@NullMarked
package org.insignia.server.api.me.requests;

import org.jspecify.annotations.NullMarked;
