/**
 * Sets documents on paper: certificates, on which everything has its place, and transcripts, which
 * run over as many pages as they take. Start at {@link org.insignia.server.platform.paper.Paper}.
 */
@NullMarked
package org.insignia.server.platform.paper;

import org.jspecify.annotations.NullMarked;
