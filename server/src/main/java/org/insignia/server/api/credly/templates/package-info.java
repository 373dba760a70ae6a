/**
 * Templates of badges for programs of this tree: achievements as they call them. Start at {@link
 * org.insignia.server.api.credly.templates.TemplatesApi}.
 */
@NullMarked
package org.insignia.server.api.credly.templates;

import org.jspecify.annotations.NullMarked;
