/** Facts of the register turned into deliveries, and their wording. */
@NullMarked
package org.profbilet.notifications.notices;

import org.jspecify.annotations.NullMarked;
