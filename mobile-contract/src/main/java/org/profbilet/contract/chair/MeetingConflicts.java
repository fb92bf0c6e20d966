package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where doors, devices and the server have told different things; the open ones first. */
@Serdeable
public record MeetingConflicts(List<Line> items) {

  public MeetingConflicts {
    items = List.copyOf(items);
  }

  /**
   * @param scanId absent where it is about a device
   * @param shortName absent where no person could be named
   * @param missing numbers of the device that never arrived
   * @param rulings what the registrar may rule
   */
  @Serdeable
  public record Line(
      UUID id,
      Kind kind,
      @Nullable UUID scanId,
      String door,
      @Nullable Instant effectiveAt,
      @Nullable String shortName,
      @Nullable String missing,
      Instant openedAt,
      @Nullable Ruling ruling,
      @Nullable String note,
      List<Ruling> rulings) {

    public Line {
      rulings = List.copyOf(rulings);
    }

    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }

  /** C1 to C10 of the protocol, and what a revoked device has delivered. */
  public enum Kind {
    /** Two doors apart from each other admitted one person. */
    DOUBLE_ADMISSION,
    /** The device did not know yet that the credential or the membership had ended. */
    REVOKED_ADMITTED,
    /** The server refused, and its answer was lost or never asked for. */
    SERVER_REFUSED_DEVICE_ADMITTED,
    /** The server's admission was lost, the device sent her away: she is outside. */
    SERVER_ADMITTED_DEVICE_REFUSED,
    /** Who never came has left. */
    EXIT_WITHOUT_ENTRY,
    /** Delivered when the list was closed already. */
    LATE_UPLOAD,
    /** Nobody knows when it happened. */
    CLOCK_UNTRUSTED,
    /** A paper line or a code that led to nobody turned out to be this person. */
    UNKNOWN_RESOLVED,
    /** Two records of one human were both inside. */
    PERSON_MERGED,
    /** A device has lost records. */
    SEQ_GAP,
    /** Delivered by a device whose right had been taken away. */
    QUARANTINED
  }

  /** What the registrar says about it. */
  public enum Ruling {
    /** It was she, she was inside, she counts. */
    COUNT,
    /** It does not count: as if it had not been scanned. */
    STRIKE,
    /** Noted; nothing changes. */
    ACCEPT
  }
}
