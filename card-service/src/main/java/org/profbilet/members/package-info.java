/** Who is a member of the Union: the person, the periods on record, and every change of either. */
@NullMarked
package org.profbilet.members;

import org.jspecify.annotations.NullMarked;
