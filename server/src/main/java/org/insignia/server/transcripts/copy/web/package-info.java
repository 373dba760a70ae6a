/**
 * The page on which earners have copies sent. Start at {@link
 * org.insignia.server.transcripts.copy.web.CopyPages}.
 */
@NullMarked
package org.insignia.server.transcripts.copy.web;

import org.jspecify.annotations.NullMarked;
