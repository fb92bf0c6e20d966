/** Sign-in of chairs and staff. */
@NullMarked
package org.profbilet.contract.session;

import org.jspecify.annotations.NullMarked;
