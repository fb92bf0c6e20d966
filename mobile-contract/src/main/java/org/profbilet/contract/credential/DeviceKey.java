package org.profbilet.contract.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * The public half of a P-256 key that never leaves its phone (RFC 7518, 6.2.1).
 *
 * @param x base64url of the 32 bytes of the coordinate
 * @param y base64url of the 32 bytes of the coordinate
 */
public record DeviceKey(String x, String y) {

  private static final BigInteger P =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
  private static final BigInteger B =
      new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);

  public DeviceKey {
    BigInteger ordinate = number(y);
    if (!squareOfY(number(x)).equals(ordinate.multiply(ordinate).mod(P))) {
      throw new IllegalArgumentException("the point is not on the curve P-256");
    }
  }

  /** The public half of this key; it must be of the curve P-256. */
  public static DeviceKey of(ECKey key) {
    if (!Curve.P_256.equals(key.getCurve())) {
      throw new IllegalArgumentException("a device key is of the curve P-256");
    }
    return new DeviceKey(key.getX().toString(), key.getY().toString());
  }

  /** The key of 33 bytes: exactly 02 or 03, then x (SEC 1, 2.3.4). */
  static DeviceKey ofCompressed(byte[] bytes) {
    if (bytes.length != 33 || (bytes[0] != 2 && bytes[0] != 3)) {
      throw new IllegalArgumentException("a compressed key is 33 bytes beginning with 02 or 03");
    }
    byte[] abscissa = Arrays.copyOfRange(bytes, 1, 33);
    BigInteger square = squareOfY(inField(new BigInteger(1, abscissa)));
    BigInteger root = square.modPow(P.add(BigInteger.ONE).shiftRight(2), P);
    BigInteger y = root.testBit(0) == (bytes[0] == 3) ? root : P.subtract(root);
    return new DeviceKey(
        StrictBase64Url.encode(abscissa), StrictBase64Url.encode(StrictBase64Url.fixed(y, 32)));
  }

  byte[] compressed() {
    byte[] bytes = new byte[33];
    bytes[0] = (byte) (number(y).testBit(0) ? 3 : 2);
    System.arraycopy(StrictBase64Url.decode(x), 0, bytes, 1, 32);
    return bytes;
  }

  /** The key as a public JWK. */
  public ECKey toJwk() {
    return new ECKey.Builder(Curve.P_256, new Base64URL(x), new Base64URL(y)).build();
  }

  /** SHA-256 thumbprint of RFC 7638, base64url: names the key in logs and tables. */
  public String thumbprint() {
    try {
      return toJwk().computeThumbprint().toString();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("SHA-256 is missing", impossible);
    }
  }

  private static BigInteger squareOfY(BigInteger x) {
    return x.pow(3).subtract(x.multiply(BigInteger.valueOf(3))).add(B).mod(P);
  }

  private static BigInteger number(String coordinate) {
    return inField(new BigInteger(1, StrictBase64Url.decode(coordinate, 32)));
  }

  private static BigInteger inField(BigInteger number) {
    if (number.compareTo(P) >= 0) {
      throw new IllegalArgumentException("the coordinate is outside the field of P-256");
    }
    return number;
  }
}
