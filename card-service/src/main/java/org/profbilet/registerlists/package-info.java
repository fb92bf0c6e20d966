/** The register of organisations and the list of chairs from a table: shown first, then done. */
@NullMarked
package org.profbilet.registerlists;

import org.jspecify.annotations.NullMarked;
