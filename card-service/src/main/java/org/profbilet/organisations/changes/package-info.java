/** Decisions that change the tree: propose, allot a number, exclude, merge, move, restore. */
@NullMarked
package org.profbilet.organisations.changes;

import org.jspecify.annotations.NullMarked;
