/** HTTP for members on their own phones. */
@NullMarked
package org.profbilet.api.member;

import org.jspecify.annotations.NullMarked;
