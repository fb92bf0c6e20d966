package org.profbilet.registerlists;

/** What became of a file sent for a preview. */
public sealed interface PreviewOutcome {

  record Planned(Plan plan) implements PreviewOutcome {}

  /**
   * @param sentence what is wrong with the file and what to do, in Russian
   */
  record NotRead(String sentence) implements PreviewOutcome {}

  /** The key names another request. */
  record KeyUsed() implements PreviewOutcome {}
}
