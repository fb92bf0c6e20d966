/** HTTP for everybody: links of QR codes, keys, the headers of the pages. */
@NullMarked
package org.profbilet.api.open;

import org.jspecify.annotations.NullMarked;
