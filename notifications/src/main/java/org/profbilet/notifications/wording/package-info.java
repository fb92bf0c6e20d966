/** What messages say, in Russian first. */
@NullMarked
package org.profbilet.notifications.wording;

import org.jspecify.annotations.NullMarked;
