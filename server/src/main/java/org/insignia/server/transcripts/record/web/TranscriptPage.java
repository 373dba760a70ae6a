package org.insignia.server.transcripts.record.web;

import java.util.Map;
import org.insignia.server.transcripts.record.Transcript;

/**
 * The transcript as its earner sees it.
 *
 * @param records names of organisations that sign a record of their own, by slug
 */
public record TranscriptPage(Transcript transcript, Map<String, String> records) {}
