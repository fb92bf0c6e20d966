package org.profbilet.contract.credential

import com.google.zxing.EncodeHintType
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel
import com.google.zxing.qrcode.encoder.Encoder
import spock.lang.Specification

class QrSizeSpec extends Specification {

  def "every credential fits a QR of 53 modules, which a poor camera still reads"() {
    given:
    Union union = new Union('https://' + host)
    Random random = new Random(9)

    expect:
    (1..500).every { version(union.randomShown(random).qrText()) <= 9 }

    where:
    host << ['profbilet.example', 'a234567890.e2345.org']
  }

  private static int version(String text) {
    return Encoder.encode(text, ErrorCorrectionLevel.L, [(EncodeHintType.QR_COMPACT): true]).version.versionNumber
  }
}
