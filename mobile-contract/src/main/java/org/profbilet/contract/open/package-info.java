/** What anybody may call without signing in. */
@NullMarked
package org.profbilet.contract.open;

import org.jspecify.annotations.NullMarked;
