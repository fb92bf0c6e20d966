/** What a member's phone calls. */
@NullMarked
package org.profbilet.api.member;

import org.jspecify.annotations.NullMarked;
