package org.profbilet.consents

import com.google.zxing.BinaryBitmap
import com.google.zxing.DecodeHintType
import com.google.zxing.LuminanceSource
import com.google.zxing.RGBLuminanceSource
import com.google.zxing.common.HybridBinarizer
import com.google.zxing.qrcode.QRCodeReader
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.awt.image.BufferedImage
import java.nio.file.Files
import java.nio.file.Path
import org.apache.pdfbox.Loader
import org.apache.pdfbox.pdmodel.PDDocument
import org.apache.pdfbox.rendering.PDFRenderer
import org.apache.pdfbox.text.PDFTextStripper
import org.profbilet.access.NotYours
import org.profbilet.testing.UnionSpec

import static org.profbilet.consents.Purpose.*

@MicronautTest(transactional = false)
class ConsentPapersSpec extends UnionSpec {

    @Inject
    PrintConsentSheets printConsentSheets

    def "the paper for #purpose names the member, the operator, the data, the term and the withdrawal"() {
        given:
        aMember(lastName: 'Ёлкина-Съездова', firstName: 'Юлия', middleName: 'Фёдоровна')

        when:
        def pdf = printConsentSheets.print(chair(), purpose, [] as Set, 1).get()

        then:
        def text = textOf(pdf)
        text.contains('Ёлкина-Съездова Юлия Фёдоровна')
        text.contains('Первичная организация школы № 17')
        text.contains(version)
        words.every { text.contains(it) }
        ['документ, удостоверяющий личность', 'Цель обработки:', 'Перечень персональных данных', 'Действия с персональными данными:',
         'Срок:', 'Отзыв:', 'подпись', 'дата'].every { text.contains(it) }
        !text.contains('{')
        keep(pdf, purpose)

        where:
        purpose          | version  | words
        UNION_PROCESSING | '2025-1' | ['Согласие на обработку персональных данных', 'Общероссийскому Профсоюзу образования']
        PARTNER          | '2025-2' | ['ООО «ФИНФОРТ»', 'только эти шесть', 'номер профсоюзного билета']
        MESSAGES         | '2025-3' | ['SMS-сообщения', 'PUSH-уведомления', 'письма по электронной почте']
    }

    def "every member who has not decided gets a page of her own, in the order of surnames"() {
        given:
        ['Яшина', 'Ёлкина', 'Абрамова'].each { aMember(lastName: it) }
        aMember(lastName: 'Решившая', consents: [PARTNER: 'REFUSED'])

        when:
        def pdf = printConsentSheets.print(chair(), PARTNER, [] as Set, 1).get()

        then:
        pages(pdf) { it.numberOfPages } == 3
        (1..3).collect { (textOf(pdf, it) =~ /(Абрамова|Ёлкина|Яшина|Решившая)/)[0][1] } == ['Абрамова', 'Ёлкина', 'Яшина']
    }

    def "the code in the corner is the sheet of this member and this text, however often it is printed"() {
        given:
        def olga = aMember()

        when:
        def first = qrOf(printConsentSheets.print(chair(), PARTNER, [olga] as Set, 1).get())
        def again = qrOf(printConsentSheets.print(chair(), PARTNER, [olga] as Set, 1).get())
        def other = qrOf(printConsentSheets.print(chair(), MESSAGES, [olga] as Set, 1).get())

        then:
        def sheet = asSuperuser {
            it.firstRow('''
                SELECT s.id
                  FROM consents.sheet s
                  JOIN consents.text t ON t.id = s.text_id
                 WHERE s.person_id = ? AND t.purpose = 'PARTNER' ''', [olga]).id
        }
        first == "consent:$sheet"
        again == first
        other != first
    }

    def "a second hundred is the second pack, and an empty pack is no document"() {
        given:
        101.times { aMember(lastName: 'Абрамова') }

        expect:
        pages(printConsentSheets.print(chair(), PARTNER, [] as Set, 1).get()) { it.numberOfPages } == 100
        pages(printConsentSheets.print(chair(), PARTNER, [] as Set, 2).get()) { it.numberOfPages } == 1
        printConsentSheets.print(chair(), PARTNER, [] as Set, 3).empty
    }

    def "no paper is printed for a person of another primary"() {
        when:
        printConsentSheets.print(chair(), PARTNER, [aMember(primary: otherPrimary)] as Set, 1)

        then:
        thrown(NotYours)
    }

    /** Kept among the build's files, to be looked at. */
    private static boolean keep(byte[] pdf, Purpose purpose) {
        def file = Path.of('target', 'papers', "consent-${purpose}.pdf")
        Files.createDirectories(file.parent)
        Files.write(file, pdf)
        true
    }

    private static <T> T pages(byte[] pdf, Closure<T> look) {
        PDDocument document = Loader.loadPDF(pdf)
        try {
            look(document)
        } finally {
            document.close()
        }
    }

    private static String textOf(byte[] pdf, Integer page = null) {
        pages(pdf) {
            def stripper = new PDFTextStripper()
            if (page) {
                stripper.startPage = page
                stripper.endPage = page
            }
            stripper.getText(it).replaceAll(/\s+/, ' ')
        }
    }

    private static String qrOf(byte[] pdf) {
        pages(pdf) {
            BufferedImage image = new PDFRenderer(it).renderImageWithDPI(0, 400)
            int[] pixels = image.getRGB(0, 0, image.width, image.height, null, 0, image.width)
            LuminanceSource source = new RGBLuminanceSource(image.width, image.height, pixels)
            new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)), [(DecodeHintType.TRY_HARDER): true]).text
        }
    }
}
