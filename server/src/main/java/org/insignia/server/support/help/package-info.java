/**
 * The help centre: articles in every language, read from files of ours, and their search. Start at
 * {@link org.insignia.server.support.help.Articles}.
 */
@NullMarked
package org.insignia.server.support.help;

import org.jspecify.annotations.NullMarked;
