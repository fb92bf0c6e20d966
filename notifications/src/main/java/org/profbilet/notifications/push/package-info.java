/** Push by Firebase and by Web Push, neutral in text. */
@NullMarked
package org.profbilet.notifications.push;

import org.jspecify.annotations.NullMarked;
