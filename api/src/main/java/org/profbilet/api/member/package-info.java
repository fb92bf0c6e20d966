/** What a member may do, from her own phone. */
@NullMarked
package org.profbilet.api.member;

import org.jspecify.annotations.NullMarked;
