/**
 * An issuer's figures as charts, tables and a file. Start at {@link
 * org.insignia.server.sharing.figures.web.FiguresPage}.
 */
@NullMarked
package org.insignia.server.sharing.figures.web;

import org.jspecify.annotations.NullMarked;
