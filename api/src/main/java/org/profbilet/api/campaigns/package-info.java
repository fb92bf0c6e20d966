/** Campaigns as the contract shows them, to authors and to those who approve. */
@NullMarked
package org.profbilet.api.campaigns;

import org.jspecify.annotations.NullMarked;
