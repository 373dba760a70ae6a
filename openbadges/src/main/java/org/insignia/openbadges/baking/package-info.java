/**
 * A badge inside a picture, both directions: PNG, SVG and (reading only) an attachment of a PDF.
 * Start at {@link org.insignia.openbadges.baking.Baking}.
 */
package org.insignia.openbadges.baking;
