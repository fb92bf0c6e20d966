package org.profbilet.printing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.oned.Code128Writer;
import java.util.Map;

/** Bars for scanners that read no QR: Code 128. */
public final class BarcodeImage {

  private static final int HEIGHT = 20;
  private static final int QUIET_ZONE = 10;

  private BarcodeImage() {}

  /**
   * @param text ASCII
   * @return an address for {@code <img src>} that holds the whole image
   */
  public static String code128(String text) {
    return QrImage.asDataUri(
        new Code128Writer()
            .encode(
                text,
                BarcodeFormat.CODE_128,
                0,
                HEIGHT,
                Map.of(EncodeHintType.MARGIN, 2 * QUIET_ZONE)));
  }
}
