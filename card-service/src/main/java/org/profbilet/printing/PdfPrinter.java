package org.profbilet.printing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;

/** Prints XHTML with the fonts that every office knows (the metrics of Times); two at a time. */
@Singleton
public class PdfPrinter {

  private static final String FAMILY = "Liberation Serif";
  private static final int AT_ONCE = 2;

  private final Semaphore places = new Semaphore(AT_ONCE);

  PdfPrinter() {
    // its log repeats pieces of documents, and those hold names
    XRLog.setLoggingEnabled(false);
  }

  public byte[] print(String xhtml) {
    places.acquireUninterruptibly();
    try (ByteArrayOutputStream pdf = new ByteArrayOutputStream()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.useFastMode();
      builder.useFont(() -> font("Regular"), FAMILY, 400, FontStyle.NORMAL, true);
      builder.useFont(() -> font("Bold"), FAMILY, 700, FontStyle.NORMAL, true);
      builder.withHtmlContent(xhtml, null);
      builder.toStream(pdf);
      builder.run();
      return pdf.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("the document was not printed", e);
    } finally {
      places.release();
    }
  }

  private static InputStream font(String style) {
    String name = "/liberation/LiberationSerif-" + style + ".ttf";
    InputStream font = PdfPrinter.class.getResourceAsStream(name);
    if (font == null) {
      throw new IllegalStateException("no font " + name);
    }
    return font;
  }
}
