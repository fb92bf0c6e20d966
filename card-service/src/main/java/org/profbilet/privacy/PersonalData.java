package org.profbilet.privacy;

import java.util.List;
import java.util.UUID;

/** A part of the house that keeps data about people, and can show one her own. */
public interface PersonalData {

  /** In a transaction that has the rows of this one person open. */
  List<DataCopy.Section> of(UUID personId);
}
