package org.profbilet.api.chair;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;

/** A paper that the browser shows; never kept by a cache, for it holds names. */
final class PdfAnswer {

  private PdfAnswer() {}

  static HttpResponse<byte[]> of(byte[] pdf, String fileName) {
    return HttpResponse.ok(pdf)
        .contentType(MediaType.APPLICATION_PDF_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + fileName + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
