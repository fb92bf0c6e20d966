/**
 * Messages to many: written, looked over, sent by the database in slices, stopped at any moment.
 */
@NullMarked
package org.profbilet.notifications.campaigns;

import org.jspecify.annotations.NullMarked;
