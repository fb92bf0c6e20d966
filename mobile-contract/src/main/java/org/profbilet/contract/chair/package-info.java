/** What the chair of a primary organisation may ask for. */
@NullMarked
package org.profbilet.contract.chair;

import org.jspecify.annotations.NullMarked;
