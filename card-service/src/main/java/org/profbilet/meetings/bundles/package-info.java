/** What a door takes along for times without a network. */
@NullMarked
package org.profbilet.meetings.bundles;

import org.jspecify.annotations.NullMarked;
