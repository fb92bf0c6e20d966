/** The form of the member list: reading one as a chair sends it, and handing out an empty one. */
@NullMarked
package org.profbilet.memberlists.form;

import org.jspecify.annotations.NullMarked;
