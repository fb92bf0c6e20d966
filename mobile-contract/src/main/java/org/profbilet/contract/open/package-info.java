/** What anybody may ask for without a session: activation, published keys and lists. */
@NullMarked
package org.profbilet.contract.open;

import org.jspecify.annotations.NullMarked;
