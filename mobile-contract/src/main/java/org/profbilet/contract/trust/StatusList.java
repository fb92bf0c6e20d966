package org.profbilet.contract.trust;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.profbilet.contract.credential.CredentialStatus;
import org.profbilet.contract.credential.StatusReference;

/**
 * 1 048 576 states of two bits, the first in the lowest bits of its byte (Token Status List, 4.1).
 */
public final class StatusList {

  /** Bits of one state. */
  public static final int BITS = 2;

  private static final int BYTES = StatusReference.LIST_SIZE * BITS / 8;

  private final byte[] states;

  private StatusList(byte[] states) {
    this.states = states;
  }

  /** A list in which all are valid but these. */
  public static StatusList allValidBut(Map<Integer, CredentialStatus> others) {
    byte[] states = new byte[BYTES];
    others.forEach(
        (index, status) ->
            states[new StatusReference(0, index).index() / 4] |=
                (byte) (status.ordinal() << index % 4 * BITS));
    return new StatusList(states);
  }

  /** The state of an entry, 0 to 1 048 575. */
  public CredentialStatus get(int index) {
    int state = states[new StatusReference(0, index).index() / 4] >> index % 4 * BITS & 3;
    return CredentialStatus.values()[state];
  }

  /** The list in the ZLIB format (RFC 1950). */
  byte[] compressed() {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(states);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  /** Reads the ZLIB format; never makes more bytes than a list has. */
  static StatusList ofCompressed(byte[] compressed) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(compressed);
      byte[] states = new byte[BYTES];
      int length = 0;
      int more = inflater.inflate(states);
      while (more > 0) {
        length += more;
        more = inflater.inflate(states, length, BYTES - length);
      }
      if (length != BYTES || inflater.inflate(new byte[1]) != 0 || !inflater.finished()) {
        throw new IllegalArgumentException("a status list of a wrong length");
      }
      return new StatusList(states);
    } catch (DataFormatException foreign) {
      throw new IllegalArgumentException("a status list that is not in the ZLIB format");
    } finally {
      inflater.end();
    }
  }
}
