package org.profbilet.meetings.quorum;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.chair.ElectedBody;
import org.profbilet.contract.chair.MandateAct;

/** What the commission decided. */
@Introspected
record ActRow(
    MandateAct act, @Nullable Integer number, String decision, int baseBefore, int baseAfter) {

  ElectedBody.Act shown() {
    return new ElectedBody.Act(act, number, decision, baseBefore, baseAfter);
  }
}
