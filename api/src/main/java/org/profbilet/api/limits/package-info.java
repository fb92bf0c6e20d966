/** How often one address may ask for what needs no session. */
@NullMarked
package org.profbilet.api.limits;

import org.jspecify.annotations.NullMarked;
