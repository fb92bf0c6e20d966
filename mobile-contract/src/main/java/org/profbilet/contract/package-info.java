/** What phones, scanners and integrators may rely on. */
@NullMarked
package org.profbilet.contract;

import org.jspecify.annotations.NullMarked;
