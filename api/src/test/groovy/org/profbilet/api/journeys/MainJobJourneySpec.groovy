package org.profbilet.api.journeys

import com.icegreen.greenmail.util.GreenMail
import com.icegreen.greenmail.util.ServerSetup
import com.microsoft.playwright.BrowserContext
import com.microsoft.playwright.Locator
import com.microsoft.playwright.Page
import com.microsoft.playwright.options.AriaRole
import groovy.json.JsonSlurper
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.nio.file.Files
import java.time.LocalDate
import java.time.ZoneId
import java.nio.file.Path
import org.profbilet.api.BrowserSpec
import org.profbilet.notifications.outbox.Dispatcher
import org.profbilet.testing.Union
import spock.lang.Shared
import spock.lang.Stepwise

/** The whole main job, in Chromium: from a chair's Excel list to a card scanned at the door. */
@Stepwise
@MicronautTest(transactional = false)
class MainJobJourneySpec extends BrowserSpec {

    /** The register counts days in Moscow. */
    static final ZoneId MOSCOW = ZoneId.of('Europe/Moscow')
    static final Path LIST = Path.of('../card-service/src/test/resources/lists/members-school-52.xlsx').toAbsolutePath()

    @Inject
    Dispatcher dispatcher

    @Shared
    GreenMail mail = new GreenMail(new ServerSetup(0, '127.0.0.1', ServerSetup.PROTOCOL_SMTP))

    @Shared
    BrowserContext phone

    @Shared
    Page ticket

    @Shared
    String plasticText

    @Shared
    String otherPlasticText

    @Shared
    List<Object> invited

    @Shared
    def member

    @Override
    Map<String, String> getProperties() {
        mail.start()
        super.properties + [
            'profbilet.dispatcher.enabled': 'false',
            'profbilet.smtp.host'         : '127.0.0.1',
            'profbilet.smtp.port'         : mail.smtp.port.toString(),
            'profbilet.smtp.security'     : 'NONE',
            'profbilet.smtp.from'         : 'bilet@profbilet.test'
        ]
    }

    def setup() {
        clock.followTheMachine()
    }

    def cleanupSpec() {
        mail.stop()
    }

    def "the chair loads her Excel list, sees before what will change, and sees 52 people after"() {
        given:
        def desk = desk('chair', '#load')

        when:
        desk.setInputFiles('input[type=file]', LIST)
        press(desk, 'Проверить строки')
        press(desk, 'Посмотреть, что изменится')
        screenshot(desk, 'desk-what-will-change')
        press(desk, 'Загрузить 52 человека')

        then:
        desk.getByText('Сохранено').first().waitFor()
        people(desk) == 52
    }

    def "the same file again changes nothing"() {
        given:
        def desk = desk('chair', '#load')

        when:
        desk.setInputFiles('input[type=file]', LIST)
        press(desk, 'Проверить строки')
        press(desk, 'Посмотреть, что изменится')

        then:
        desk.getByText('Изменений нет').waitFor()
        people(desk) == 52
    }

    def "she adds a colleague who came after the list was made"() {
        given:
        def desk = desk('chair', '#new-person')

        when:
        ['Фамилия': 'Новикова', 'Имя': 'Вера', 'Дата рождения': '08.03.1991', 'Должность': 'учитель химии', 'В Профсоюзе с': '2024'].each { label, text ->
            desk.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text)
        }
        press(desk, 'Добавить человека')
        desk.getByRole(AriaRole.HEADING, named('Новикова Вера')).waitFor()

        then:
        people(desk) == 53
    }

    def "she prints the missing consents and records them for everybody at once"() {
        given:
        def desk = desk('chair', '#consents/PARTNER')
        def missing = asSuperuser {
            it.firstRow("""
                SELECT count(*) AS people
                  FROM members.person p
                 WHERE NOT EXISTS (SELECT 1 FROM consents.current c WHERE c.person_id = p.id AND c.purpose = 'PARTNER')""").people
        }

        when:
        def sheets = desk.waitForDownload { desk.getByRole(AriaRole.BUTTON, named("Печать бланков: $missing")).click() }
        desk.getByRole(AriaRole.BUTTON, matching(/Отметить \d+ соглас.*/)).click()
        desk.getByText('Поставьте дату, которая стоит на бумаге').waitFor()
        desk.getByLabel('Дата подписи на бумаге').fill(LocalDate.now(MOSCOW).minusDays(1).toString())
        desk.getByRole(AriaRole.BUTTON, matching(/Отметить \d+ соглас.*/)).click()
        desk.getByText('Решение каждого отмечено').waitFor()

        then:
        missing > 0
        Files.readAllBytes(sheets.path())[0..3] == '%PDF'.bytes.toList()
        asSuperuser { it.firstRow("SELECT count(DISTINCT person_id) AS people FROM consents.current WHERE purpose = 'PARTNER'").people } == 53
    }

    def "she orders cards for everybody who may have one, at 17 roubles each"() {
        given:
        def desk = desk('chair', '#order')

        when:
        def button = desk.getByRole(AriaRole.BUTTON, matching(/Отправить заявку на \d+ билет.*/))
        button.click()
        desk.getByText('Отправленные заявки').waitFor()
        screenshot(desk, 'desk-order')

        then:
        def order = asSuperuser { it.firstRow('SELECT card_count, price_kopecks, sum_kopecks FROM cards.card_order') }
        order.card_count > 0
        order.price_kopecks == 1700
        order.sum_kopecks == 1700 * order.card_count
    }

    def "the territory approves, the centre produces and ships, the region receives, the territory hands over"() {
        when:
        def territory = desk('territory', '#orders')
        territory.getByRole(AriaRole.LINK, matching(/.*школы № 17.*/)).first().click()
        press(territory, 'Утвердить заявку')
        until('APPROVED', 'SELECT state FROM cards.card_order')

        def centre = desk('central', '#batches')
        centre.getByRole(AriaRole.BUTTON, matching(/В производство: .*/)).click()
        until('IN_PRODUCTION', 'SELECT state FROM cards.batch')
        def batch = asSuperuser { it.firstRow('SELECT id FROM cards.batch').id }
        go(centre, "#batches/$batch")
        def file = centre.waitForDownload { press(centre, 'Скачать данные для печати') }
        readPlastic(Files.readString(file.path()))
        press(centre, 'Отметить изготовленной')
        press(centre, 'Отметить отправленной')
        until('SHIPPED', 'SELECT state FROM cards.batch')

        def region = desk('region', "#batches/$batch")
        press(region, 'Отметить полученной')
        until('RECEIVED', 'SELECT state FROM cards.batch')

        go(territory, '#orders')
        territory.getByRole(AriaRole.LINK, matching(/.*школы № 17.*/)).first().click()
        territory.getByRole(AriaRole.BUTTON, matching(/Передать в первичку: .*/)).click()

        then:
        until('AT_PRIMARY', 'SELECT min(status) FROM cards.card')
    }

    def "the chair marks the cards issued, and each card tells its whole way"() {
        given:
        def desk = desk('chair', '#hand-out')

        when:
        def sheet = desk.waitForDownload { press(desk, 'Печать ведомости') }
        desk.getByRole(AriaRole.BUTTON, matching(/Отметить выданными: \d+/)).click()
        until('ISSUED', 'SELECT min(status) FROM cards.card')

        then:
        Files.readAllBytes(sheet.path())[0..3] == '%PDF'.bytes.toList()
        asSuperuser {
            it.rows('''
                SELECT to_status
                  FROM cards.card_step
                 WHERE card_id = (SELECT id FROM cards.card ORDER BY id LIMIT 1)
                 ORDER BY at, id''')*.to_status
        } == ['ORDERED', 'IN_PRODUCTION', 'PRODUCED', 'SHIPPED', 'RECEIVED_REGION', 'AT_PRIMARY', 'ISSUED']
    }

    def "«Ваш билет выдан» goes by e-mail to those, and only those, who agreed to it"() {
        given: 'one of those who agreed withdraws between the issue and the sending'
        def withdrawn = asSuperuser { sql ->
            def one = sql.firstRow("SELECT person_id, primary_id FROM consents.current WHERE purpose = 'MESSAGES' AND channel = 'EMAIL' AND state = 'GIVEN' ORDER BY person_id")
            sql.firstRow("SELECT set_config('profbilet.primaries', ?, false)", [one.primary_id.toString()])
            insertDecision(sql, one.person_id as UUID, one.primary_id as UUID, 'EMAIL', 'WITHDRAWN')
            one.person_id
        }

        when:
        dispatcher.sendDue()

        then:
        def agreed = asSuperuser {
            it.rows("""
                SELECT co.value
                  FROM consents.current c
                  JOIN contacts.contact co ON co.person_id = c.person_id AND co.kind = 'EMAIL' AND co.replaced_at IS NULL
                  JOIN cards.card card ON card.person_id = c.person_id AND card.status = 'ISSUED'
                 WHERE c.purpose = 'MESSAGES' AND c.channel = 'EMAIL' AND c.state = 'GIVEN'
                   AND NOT co.shared""")*.value.toSet()
        }
        mail.receivedMessages.collect { it.allRecipients[0].toString() }.toSet() == agreed
        agreed.size() > 0
        asSuperuser {
            it.firstRow("SELECT state, withheld_reason FROM notifications.delivery WHERE person_id = ? AND channel = 'EMAIL'", [withdrawn])
        } == [state: 'WITHHELD', withheld_reason: 'WITHDRAWN']
        asSuperuser {
            it.firstRow("SELECT count(*) AS n FROM notifications.delivery WHERE state NOT IN ('ACCEPTED', 'WITHHELD')").n
        } == 0
    }

    def "a member opens her ticket on her own phone with the chair's slip"() {
        given:
        def desk = desk('chair', "#slip/$member.id")
        press(desk, 'Сделать листок')
        def code = desk.locator('[data-code]').textContent().replaceAll(/\D/, '')
        phone = phone(browser)
        ticket = phone.newPage()

        when:
        ticket.navigate('/ticket')
        screenshot(ticket, 'ticket-first-visit')
        ticket.getByLabel('Номер билета').fill(member.ticket_number)
        ticket.getByLabel('Дата рождения').fill(member.birth_date.toLocalDate().format(java.time.format.DateTimeFormatter.ofPattern('dd.MM.yyyy')))
        ticket.getByLabel('Код с листка').fill(code)
        press(ticket, 'Открыть мой билет')
        ticket.locator('.qr svg').waitFor()
        screenshot(ticket, 'ticket')

        then:
        ticket.getByText('Действителен').first().isVisible()
        ticket.locator('body').textContent().replaceAll(/\s/, '').contains(member.ticket_number)
    }

    def "the ticket's code is read by zbarimg and verified by an independent library against the published keys"() {
        when:
        def claims = verified(readFromScreen())

        then:
        claims.vct == 'urn:epb:door:1'
        claims.card == member.ticket_number
        claims.iss == address()
    }

    def "in flight mode the page still opens and shows the code"() {
        when:
        phone.setOffline(true)
        ticket.reload()
        ticket.locator('.qr svg').waitFor()
        screenshot(ticket, 'ticket-offline')

        then:
        ticket.getByText('Нет связи').first().isVisible()
        verified(readFromScreen()).card == member.ticket_number

        cleanup:
        phone.setOffline(false)
    }

    def "the door sees green for the plastic card, blue for the same person's phone, and keeps scanning without a network"() {
        given:
        def invitation = invitation()
        def film = Film.of(plasticText, MODULE.resolve('target/plastic.y4m'))
        def doorBrowser = chromium(film)
        def context = phone(doorBrowser)
        def door = context.newPage()

        when: 'the volunteer enrols by the invitation and the camera sees the plastic card'
        door.navigate("/door#$invitation")
        def connect = door.getByRole(AriaRole.BUTTON, named('Подключить телефон'))
        if (connect.isVisible()) {
            connect.click()
        }
        press(door, 'Начать')
        door.locator('[data-outcome=ADMITTED]').waitFor()
        screenshot(door, 'door-green')
        def byCamera = door.locator('[data-outcome]').getAttribute('data-origin')

        and: 'then the member shows her phone at the same door'
        door.locator('[data-outcome]').waitFor(new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED))
        def phoneText = readFromScreen()
        type(door, phoneText)
        door.locator('[data-outcome=DUPLICATE]').waitFor()
        screenshot(door, 'door-blue')

        and: 'the network goes, and somebody else comes'
        context.setOffline(true)
        type(door, otherPlasticText)
        def offline = door.locator('[data-origin=OFFLINE]')
        offline.waitFor()
        def withoutNetwork = offline.getAttribute('data-outcome')
        screenshot(door, 'door-offline')

        and: 'the network comes back'
        context.setOffline(false)

        then:
        byCamera == 'ONLINE'
        withoutNetwork == 'ADMITTED'
        until('2', "SELECT count(DISTINCT person_id)::text FROM meetings.presence WHERE state = 'PRESENT'")
        asSuperuser { it.firstRow('SELECT count(*) AS n FROM meetings.scan WHERE origin = ?', ['OFFLINE']).n } >= 1

        cleanup:
        doorBrowser?.close()
    }

    private static void type(Page door, String text) {
        door.keyboard().type(text)
        door.keyboard().press('Enter')
    }

    private int people(Page desk) {
        asSuperuser { it.firstRow('SELECT count(*) AS n FROM members.person').n as int }
    }

    /** Waits for the one value of a query: what the page asked for is then in the database. */
    private boolean until(String value, String query) {
        def found = null
        for (int i = 0; i < 100; i++) {
            found = asSuperuser { it.firstRow(query)?.values()?.first()?.toString() }
            if (found == value) {
                return true
            }
            desks.values().first().waitForTimeout(100)
        }
        assert found == value
        true
    }

    /** The member of the journey is the first on the production file; the second comes without a network. */
    private void readPlastic(String csv) {
        def lines = csv.readLines().collect { it.split(';').toList() }
        def qr = lines[0].indexOf('qr')
        plasticText = lines[1][qr]
        otherPlasticText = lines[2][qr]
        def ticketNumber = lines[1][lines[0].indexOf('ticketNumber')]
        invited = lines[1..2].collect { line ->
            asSuperuser { it.firstRow('SELECT id FROM members.person WHERE ticket_number = ?', [line[lines[0].indexOf('ticketNumber')]]).id }
        }
        member = asSuperuser { it.firstRow('SELECT id, ticket_number, birth_date FROM members.person WHERE ticket_number = ?', [ticketNumber]) }
    }

    private String invitation() {
        def token = tokenOf('chair')
        def now = java.time.Instant.now()
        def meeting = post("/v1/chair/meetings?organisationId=${union.primary}", [
            title: 'Профсоюзное собрание', kind: 'INVITED', policy: 'REENTRY',
            zone: 'Europe/Moscow', opensAt: now.minusSeconds(3600).toString(), closesAt: now.plusSeconds(36000).toString(),
            invited: invited*.toString()], token, ['Idempotency-Key': UUID.randomUUID().toString()])
        assert meeting.status in [200, 201]: meeting.body
        def invitation = post("/v1/chair/meetings/${meeting.body.id}/invitations", [door: 'Вход А'], token,
                ['Idempotency-Key': UUID.randomUUID().toString()])
        assert invitation.status in [200, 201]: invitation.body
        invitation.body.qr.split('#')[1]
    }

    /** The text of the code on the member's screen, as an independent reader sees it. */
    private String readFromScreen() {
        def picture = MODULE.resolve('target/screenshots/ticket-code.png')
        ticket.locator('.qr').first().screenshot(new Locator.ScreenshotOptions().setPath(picture))
        run(MODULE, 'zbarimg', '--quiet', '--raw', picture.toString()).trim()
    }

    private verified(String text) {
        def output = run(NODE_PROJECT, 'node', 'verify-ticket.mjs', text, "${address()}/.well-known/jwks.json".toString())
        new JsonSlurper().parseText(output).claims
    }
}
