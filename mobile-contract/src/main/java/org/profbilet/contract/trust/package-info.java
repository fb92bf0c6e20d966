/** What a verifier believes: published keys, status lists and the bundle that carries both. */
@NullMarked
package org.profbilet.contract.trust;

import org.jspecify.annotations.NullMarked;
