package org.insignia.server.issuing.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What will be issued to whom, before it is.
 *
 * @param picture path of the badge's look
 * @param had why it will not be issued; empty where it can be
 * @param hadPath the badge that is there already; empty where none is known
 * @param mayAllow whether who reads it may allow several of this badge for one mailbox
 * @param when when it will be issued; null: at once
 */
public record PreviewPage(
    String slug,
    String organisation,
    String badge,
    String badgeSlug,
    String picture,
    String name,
    String address,
    Instant earned,
    @Nullable Instant expires,
    String language,
    IssueForm form,
    String had,
    String hadPath,
    boolean mayAllow,
    @Nullable Instant when) {}
