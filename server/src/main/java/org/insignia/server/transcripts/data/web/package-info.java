/**
 * What earners take of their transcript. Start at {@link
 * org.insignia.server.transcripts.data.web.TranscriptDownloads}.
 */
@NullMarked
package org.insignia.server.transcripts.data.web;

import org.jspecify.annotations.NullMarked;
