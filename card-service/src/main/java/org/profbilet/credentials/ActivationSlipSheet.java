package org.profbilet.credentials;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.inject.Singleton;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;

/** The slip on a sheet of A6, to be printed and handed over. */
@Singleton
public class ActivationSlipSheet {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm 'по Москве'")
          .withZone(ZoneId.of("Europe/Moscow"));

  private final String template = read("activation-slip.html");

  /** The sheet as a PDF. */
  public byte[] pdf(ActivationSlip slip) {
    String page =
        template
            .replace("${name}", escaped(slip.fullName()))
            .replace("${ticket}", inGroups(slip.ticketNumber(), 4))
            .replace("${code}", inGroups(slip.code(), 4))
            .replace("${until}", MOMENT.format(slip.expiresAt()))
            .replace("${qr}", "data:image/png;base64," + qr(slip.link()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder()
          .useFont(() -> font("LiberationSans-Regular.ttf"), "Liberation Sans")
          .useFont(
              () -> font("LiberationSans-Bold.ttf"),
              "Liberation Sans",
              700,
              PdfRendererBuilder.FontStyle.NORMAL,
              true)
          .withHtmlContent(page, null)
          .toStream(out)
          .run();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    return out.toByteArray();
  }

  private static String qr(String text) {
    try {
      BitMatrix matrix =
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  300,
                  300,
                  Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
      BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_BINARY);
      for (int y = 0; y < 300; y++) {
        for (int x = 0; x < 300; x++) {
          image.setRGB(x, y, matrix.get(x, y) ? 0x000000 : 0xFFFFFF);
        }
      }
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(image, "png", png);
      return Base64.getEncoder().encodeToString(png.toByteArray());
    } catch (WriterException | IOException cause) {
      throw new IllegalStateException("the QR of a slip cannot be drawn", cause);
    }
  }

  private static String inGroups(String digits, int size) {
    return digits.replaceAll("(.{" + size + "})(?=.)", "$1\u00a0");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static InputStream font(String name) {
    return Objects.requireNonNull(
        ActivationSlipSheet.class.getResourceAsStream("/liberation/" + name));
  }

  private static String read(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            ActivationSlipSheet.class.getResourceAsStream("/credentials/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
