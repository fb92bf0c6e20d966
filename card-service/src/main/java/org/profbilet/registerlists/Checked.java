package org.profbilet.registerlists;

import org.jspecify.annotations.Nullable;

/**
 * A row as it was checked.
 *
 * @param entry an {@link OrganisationEntry} or a {@link ChairEntry}; null where there is an error
 *     or nothing to do
 */
record Checked(PlannedRow row, @Nullable Object entry) {

  @Override
  public String toString() {
    return "Checked[" + row + "]";
  }
}
