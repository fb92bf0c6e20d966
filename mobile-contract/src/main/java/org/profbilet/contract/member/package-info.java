/** What a member may ask for, from her own phone. */
@NullMarked
package org.profbilet.contract.member;

import org.jspecify.annotations.NullMarked;
