/** Who did or saw what; append-only. */
@NullMarked
package org.profbilet.audit;

import org.jspecify.annotations.NullMarked;
