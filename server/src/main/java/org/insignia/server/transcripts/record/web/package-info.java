/**
 * The earner's pages of what they have earned. Start at {@link
 * org.insignia.server.transcripts.record.web.RecordPages}.
 */
@NullMarked
package org.insignia.server.transcripts.record.web;

import org.jspecify.annotations.NullMarked;
