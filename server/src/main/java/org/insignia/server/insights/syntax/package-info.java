/**
 * Items out of JSON, XML, CSV and pages, read as a stream and within limits; what they mean is not
 * known here. Start at {@link org.insignia.server.insights.syntax.Value}.
 */
@NullMarked
package org.insignia.server.insights.syntax;

import org.jspecify.annotations.NullMarked;
