package org.profbilet.credentials

import com.google.zxing.BinaryBitmap
import com.google.zxing.RGBLuminanceSource
import com.google.zxing.common.HybridBinarizer
import com.google.zxing.qrcode.QRCodeReader
import java.time.Instant
import org.apache.pdfbox.Loader
import org.apache.pdfbox.rendering.PDFRenderer
import org.apache.pdfbox.text.PDFTextStripper
import spock.lang.Shared
import spock.lang.Specification

class ActivationSlipSheetSpec extends Specification {

    static final ActivationSlip SLIP = new ActivationSlip(
            UUID.randomUUID(), 'Ёлкина-<Ы> Анна & Co', '0123456782', 'HTTPS://PROFBILET.EXAMPLE/A#' + 'A' * 26, '01234567',
            Instant.parse('2026-11-23T07:00:00Z'))

    @Shared
    def pdf = Loader.loadPDF(new ActivationSlipSheet().pdf(SLIP))

    def "the sheet is one page of A6 with name, number, code and the hour of Moscow"() {
        when:
        def text = new PDFTextStripper().getText(pdf).replace('\u00a0', ' ')

        then:
        pdf.numberOfPages == 1
        Math.round(pdf.getPage(0).mediaBox.width / 72 * 25.4) == 105
        text.contains('Ёлкина-<Ы> Анна & Co')
        text.contains('0123 4567 82')
        text.contains('0123 4567')
        text.contains('23.11.2026 10:00 по Москве')
    }

    def "a camera reads the QR off the printed sheet"() {
        when:
        def image = new PDFRenderer(pdf).renderImageWithDPI(0, 150)
        def pixels = image.getRGB(0, 0, image.width, image.height, null, 0, image.width)
        def read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(image.width, image.height, pixels))))

        then:
        read.text == SLIP.link()
    }
}
