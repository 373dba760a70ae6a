/**
 * Where others type transcript ID and code, and what they see then. Start at {@link
 * org.insignia.server.transcripts.opening.web.OpeningPages}.
 */
@NullMarked
package org.insignia.server.transcripts.opening.web;

import org.jspecify.annotations.NullMarked;
