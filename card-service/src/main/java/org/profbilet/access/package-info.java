/** Who may act for which organisation, and the scope of rows that follows from it. */
@NullMarked
package org.profbilet.access;

import org.jspecify.annotations.NullMarked;
