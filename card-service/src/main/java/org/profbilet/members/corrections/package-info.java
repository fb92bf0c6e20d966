/** What a member says is wrong in her record, and what her chair answers. */
@NullMarked
package org.profbilet.members.corrections;

import org.jspecify.annotations.NullMarked;
