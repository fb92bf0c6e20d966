/** The way out that every letter carries. */
@NullMarked
package org.profbilet.notifications.unsubscribe;

import org.jspecify.annotations.NullMarked;
