package org.profbilet.api.journeys

import com.google.zxing.BarcodeFormat
import com.google.zxing.EncodeHintType
import com.google.zxing.qrcode.QRCodeWriter
import java.nio.file.Files
import java.nio.file.Path

/** What a camera sees: two seconds of one QR code, as the y4m film that Chromium's fake camera plays. */
class Film {

    static final int WIDTH = 640
    static final int HEIGHT = 480
    static final int FRAMES = 20

    static Path of(String text, Path file) {
        def matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 400, 400,
                [(EncodeHintType.QR_COMPACT): true, (EncodeHintType.MARGIN): 4])
        def light = new byte[WIDTH * HEIGHT]
        for (y in 0..<HEIGHT) {
            for (x in 0..<WIDTH) {
                def column = x - 120
                def line = y - 40
                def dark = column >= 0 && column < 400 && line >= 0 && line < 400 && matrix.get(column, line)
                light[y * WIDTH + x] = (dark ? 16 : 235) as byte
            }
        }
        def colour = new byte[(WIDTH * HEIGHT).intdiv(2)]
        Arrays.fill(colour, 128 as byte)
        Files.newOutputStream(file).withCloseable { out ->
            out.write("YUV4MPEG2 W$WIDTH H$HEIGHT F10:1 Ip A1:1 C420jpeg\n".bytes)
            FRAMES.times {
                out.write('FRAME\n'.bytes)
                out.write(light)
                out.write(colour)
            }
        }
        file
    }
}
