package org.profbilet.organisations;

/** Levels of the Union, from the central council down to the primary. */
public enum Level {
  CENTRAL,
  REGIONAL,
  LOCAL,
  PRIMARY;

  /**
   * Whether an organisation of this level may stand directly below one of the other. A primary may
   * stand below a local, a region or the central council, so no circle can ever be made.
   */
  public boolean mayStandBelow(Level parent) {
    return switch (this) {
      case CENTRAL -> false;
      case REGIONAL -> parent == CENTRAL;
      case LOCAL -> parent == REGIONAL;
      case PRIMARY -> parent != PRIMARY;
    };
  }
}
