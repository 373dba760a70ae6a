/** Where earners lay evidence beside a badge. Start at {@code EvidencePages}. */
@NullMarked
package org.insignia.server.sharing.evidence.web;

import org.jspecify.annotations.NullMarked;
