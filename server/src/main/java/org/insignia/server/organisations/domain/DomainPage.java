package org.insignia.server.organisations.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The domain of an organisation.
 *
 * @param domain that it means; empty for none
 * @param record name of the DNS record
 * @param text that has to stand there
 * @param file address of the file
 * @param proven whether it bears the mark
 * @param way text key of where it was found; empty for nowhere
 * @param losesAt when the mark is lost unless the proof comes back; null where it is there
 * @param typed what was typed in the field
 * @param wrong what is wrong with it; empty for nothing
 * @param problem above everything; empty for nothing
 * @param done what was done just now, as the end of a text key; empty for nothing
 */
public record DomainPage(
    String slug,
    String organisation,
    String domain,
    String record,
    String text,
    String file,
    boolean proven,
    String way,
    @Nullable Instant checkedAt,
    @Nullable Instant losesAt,
    String typed,
    String wrong,
    String problem,
    String done) {}
