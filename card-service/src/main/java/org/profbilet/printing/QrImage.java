package org.profbilet.printing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR code as an image inside of a page. */
public final class QrImage {

  private static final int PIXELS_A_MODULE = 4;

  private QrImage() {}

  /**
   * @return an address for {@code <img src>} that holds the whole image
   */
  public static String dataUri(String text) {
    return asDataUri(modules(text));
  }

  static String asDataUri(BitMatrix modules) {
    try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
      ImageIO.write(draw(modules), "png", png);
      return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.QR_COMPACT,
                  true,
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M,
                  EncodeHintType.MARGIN,
                  2));
    } catch (WriterException e) {
      throw new IllegalArgumentException("the text is too long for a QR code", e);
    }
  }

  private static BufferedImage draw(BitMatrix modules) {
    int width = modules.getWidth() * PIXELS_A_MODULE;
    int height = modules.getHeight() * PIXELS_A_MODULE;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean dark = modules.get(x / PIXELS_A_MODULE, y / PIXELS_A_MODULE);
        image.setRGB(x, y, dark ? 0x000000 : 0xFFFFFF);
      }
    }
    return image;
  }
}
