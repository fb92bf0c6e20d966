/** HTTP for chairs of primary organisations. */
@NullMarked
package org.profbilet.api.chair;

import org.jspecify.annotations.NullMarked;
