/**
 * Mails about the safety of an account. Start at {@link
 * org.insignia.server.accounts.notice.SafetyNotices}.
 */
@NullMarked
package org.insignia.server.accounts.notice;

import org.jspecify.annotations.NullMarked;
