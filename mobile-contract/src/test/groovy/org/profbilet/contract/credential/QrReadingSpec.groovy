package org.profbilet.contract.credential

import com.google.zxing.BinaryBitmap
import com.google.zxing.DecodeHintType
import com.google.zxing.EncodeHintType
import com.google.zxing.ReaderException
import com.google.zxing.RGBLuminanceSource
import com.google.zxing.common.HybridBinarizer
import com.google.zxing.qrcode.QRCodeReader
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel
import com.google.zxing.qrcode.encoder.ByteMatrix
import com.google.zxing.qrcode.encoder.Encoder
import java.awt.Color
import java.awt.Graphics2D
import java.awt.Image
import java.awt.RenderingHints
import java.awt.geom.AffineTransform
import java.awt.image.BufferedImage
import java.awt.image.ConvolveOp
import java.awt.image.Kernel
import java.nio.file.Files
import java.nio.file.Path
import javax.imageio.ImageIO
import spock.lang.Shared
import spock.lang.Specification

/**
 * The code as a camera of 640 by 480 sees it on a phone held near and far, sharp, blurred and turned. How many
 * samples is said by -Dsamples (deploy/bench/credentials).
 */
class QrReadingSpec extends Specification {

  static final int SAMPLES = Integer.getInteger('samples', 1)
  static final List<Integer> WIDTHS = SAMPLES > 1 ? [420, 360, 300, 240, 200, 160] : [360, 240]
  static final float[] BLUR = gauss()
  /** Pixels of a module before a camera looks at it. */
  static final int FINE = 12

  static final Map<String, Closure<BufferedImage>> LOOKS = [
      sharp  : { it },
      blurred: { blurred(it) },
      turned : { turned(it, 14) },
      both   : { blurred(turned(it, 14)) }]

  @Shared
  Union union = new Union('https://a234567890.e2345.org')

  @Shared
  Path folder = Files.createTempDirectory('frames')

  def cleanupSpec() {
    folder.toFile().deleteDir()
  }

  def "zbarimg and ZXing read the code at the sizes that phones show it, and never read anything else"() {
    given:
    Random random = new Random(6)
    List<String> texts = (1..SAMPLES).collect { union.randomShown(random).qrText() }
    Map<List, List<Integer>> read = [:]
    int wrong = 0

    when:
    LOOKS.each { look, change ->
      WIDTHS.each { width ->
        List<List<String>> answers = texts.withIndex().collect { text, i ->
          BufferedImage frame = (BufferedImage) change(frame(text, width))
          Path file = folder.resolve("$look-$width-${i}.png")
          ImageIO.write(frame, 'png', file.toFile())
          [text, zbar(file), zxing(frame)]
        }
        wrong += answers.count { (it[1] && it[1] != it[0]) || (it[2] && it[2] != it[0]) }
        read[[look, width]] = [answers.count { it[1] == it[0] }, answers.count { it[2] == it[0] }]
      }
    }
    print(table(read))

    then:
    wrong == 0
    WIDTHS.findAll { it >= 360 }.every { read[['sharp', it]] == [SAMPLES, SAMPLES] }
    LOOKS.keySet().every { look -> read[[look, 360]].max() == SAMPLES }
  }

  private static String table(Map<List, List<Integer>> read) {
    String head = String.format('%-28s%s%n', "read by zbarimg / ZXing, of $SAMPLES", WIDTHS.collect { String.format('%10s', "$it px") }.join(''))
    String modules = String.format('%-28s%s%n', 'pixels a module', WIDTHS.collect { String.format('%10.1f', it / 61.0) }.join(''))
    return head + modules + LOOKS.keySet().collect { look ->
      String.format('%-28s%s%n', look, WIDTHS.collect { String.format('%10s', read[[look, it]].join(' / ')) }.join(''))
    }.join('')
  }

  /** A grey frame with the code, four modules of white around it, in the middle: every pixel is the mean of what it sees. */
  private static BufferedImage frame(String text, int width) {
    ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.L, [(EncodeHintType.QR_COMPACT): true]).matrix
    int size = modules.width + 8
    BufferedImage shown = new BufferedImage(size * FINE, size * FINE, BufferedImage.TYPE_BYTE_GRAY)
    Graphics2D pen = shown.createGraphics()
    pen.color = Color.WHITE
    pen.fillRect(0, 0, size * FINE, size * FINE)
    pen.color = Color.BLACK
    modules.width.times { x ->
      modules.height.times { y ->
        if (modules.get(x, y) == (byte) 1) pen.fillRect((x + 4) * FINE, (y + 4) * FINE, FINE, FINE)
      }
    }
    pen.dispose()
    BufferedImage frame = new BufferedImage(640, 480, BufferedImage.TYPE_BYTE_GRAY)
    pen = frame.createGraphics()
    pen.color = new Color(90, 90, 90)
    pen.fillRect(0, 0, 640, 480)
    pen.drawImage(shown.getScaledInstance(width, width, Image.SCALE_AREA_AVERAGING), (640 - width).intdiv(2), (480 - width).intdiv(2), null)
    pen.dispose()
    return frame
  }

  private static BufferedImage turned(BufferedImage frame, int degrees) {
    BufferedImage turned = new BufferedImage(640, 480, BufferedImage.TYPE_BYTE_GRAY)
    Graphics2D pen = turned.createGraphics()
    pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR)
    pen.color = new Color(90, 90, 90)
    pen.fillRect(0, 0, 640, 480)
    pen.drawImage(frame, AffineTransform.getRotateInstance(Math.toRadians(degrees), 320, 240), null)
    pen.dispose()
    return turned
  }

  private static BufferedImage blurred(BufferedImage frame) {
    return new ConvolveOp(new Kernel(5, 5, BLUR), ConvolveOp.EDGE_NO_OP, null).filter(frame, null)
  }

  /** Sigma 1. */
  private static float[] gauss() {
    double[] weights = (-2..2).collectMany { x -> (-2..2).collect { y -> Math.exp(-(x * x + y * y) / 2.0d) } } as double[]
    double sum = weights.sum()
    return weights.collect { (float) (it / sum) } as float[]
  }

  private static String zbar(Path file) {
    Process process = new ProcessBuilder('zbarimg', '--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', file.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD).start()
    String text = process.inputStream.text.trim()
    process.waitFor()
    return text
  }

  private static String zxing(BufferedImage frame) {
    int[] pixels = frame.getRGB(0, 0, 640, 480, null, 0, 640)
    BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(640, 480, pixels)))
    try {
      return new QRCodeReader().decode(bitmap, [(DecodeHintType.TRY_HARDER): true]).text
    } catch (ReaderException unread) {
      return ''
    }
  }
}
