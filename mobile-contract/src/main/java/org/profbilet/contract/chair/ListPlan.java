package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a file would do to the register of the primary.
 *
 * @param format XLSX, XLS, ODS or CSV
 * @param duplicatesElsewhere people on record in another primary; which one is not told
 * @param warnings rows without an error that were understood with a remark
 * @param missing people on record who are not in the file; nothing is done to them
 * @param statedTotal the count that the file claims in a row «Итого»
 * @param ignoredColumns headers that the form does not know
 * @param sameFileAppliedAt when this very file, or these very people, were applied before
 * @param progress percent of an applying that is under way; null when none is
 * @param undoUntil until when an applied plan can be taken back; null when it cannot
 * @param undone what taking back did, once taken back
 * @param result what applying did, once applied
 */
@Serdeable
public record ListPlan(
    UUID id,
    Instant createdAt,
    String format,
    int rows,
    int added,
    int changed,
    int unchanged,
    int similar,
    int duplicatesElsewhere,
    int errors,
    int warnings,
    int missing,
    @Nullable Integer statedTotal,
    List<String> ignoredColumns,
    @Nullable Instant sameFileAppliedAt,
    @Nullable Integer progress,
    @Nullable ListApplied result,
    @Nullable Instant appliedAt,
    @Nullable Instant undoUntil,
    @Nullable ListUndone undone) {

  public ListPlan {
    ignoredColumns = List.copyOf(ignoredColumns);
  }
}
