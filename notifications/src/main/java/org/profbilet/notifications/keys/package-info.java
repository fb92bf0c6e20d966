/** Keys of this module, made at the first start and kept in the directory of keys. */
@NullMarked
package org.profbilet.notifications.keys;

import org.jspecify.annotations.NullMarked;
