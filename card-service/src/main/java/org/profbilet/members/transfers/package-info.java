/**
 * How a person comes from one primary to another, or to a second one, without a gap or a double.
 */
@NullMarked
package org.profbilet.members.transfers;

import org.jspecify.annotations.NullMarked;
