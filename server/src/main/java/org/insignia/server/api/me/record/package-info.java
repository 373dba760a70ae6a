/**
 * What an earner holds, has begun and sat, and the files of their transcript, for programs that
 * they allowed. Start at {@link org.insignia.server.api.me.record.MyCertificationsApi}.
 */
@NullMarked
package org.insignia.server.api.me.record;

import org.jspecify.annotations.NullMarked;
