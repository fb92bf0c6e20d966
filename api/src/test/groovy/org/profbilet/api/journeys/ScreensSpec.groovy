package org.profbilet.api.journeys

import com.microsoft.playwright.BrowserContext
import com.microsoft.playwright.Page
import com.microsoft.playwright.options.AriaRole
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDate
import java.time.ZoneId
import org.profbilet.accounts.OpenAccount
import org.profbilet.api.BrowserSpec
import org.profbilet.api.rights.Papers
import org.profbilet.notifications.campaigns.RunCampaigns
import org.profbilet.testing.Union
import spock.lang.Shared

/**
 * Every screen, by day and by night, from the smallest phone to a computer: nothing sticks out, everything can be
 * read, tapped and heard. The pictures are in target/screens, to be looked at.
 */
@MicronautTest(transactional = false)
class ScreensSpec extends BrowserSpec {

    /** The register counts days in Moscow. */
    static final ZoneId MOSCOW = ZoneId.of('Europe/Moscow')
    static final Path LISTS = Path.of('../card-service/src/test/resources/lists').toAbsolutePath()
    static final Path ROUTES = Path.of('src/main/web/desk/routes.js').toAbsolutePath()

    Look look

    @Shared
    Map<String, Object> known

    def setup() {
        clock.followTheMachine()
        look = new Look(MODULE.resolve('target/screens'))
        known = known ?: prepared()
    }

    @Override
    protected BrowserContext computer(com.microsoft.playwright.Browser browser) {
        Look.withAxe(super.computer(browser), NODE_PROJECT)
    }

    @Override
    protected BrowserContext phone(com.microsoft.playwright.Browser browser) {
        Look.withAxe(super.phone(browser), NODE_PROJECT)
    }

    def "a chair who signs in for the first time"() {
        given:
        context.getBean(OpenAccount).open('newcomer', 'Новый председатель', Union.PASSWORD, true)
        def page = computer(browser).newPage()

        when:
        page.navigate('/desk')
        look.at(page, 'desk-sign-in')
        page.getByLabel('Логин').fill('newcomer')
        page.getByLabel('Пароль').fill('не тот пароль')
        press(page, 'Войти')
        page.locator('.failure').waitFor()
        look.at(page, 'desk-sign-in-refused')
        page.getByLabel('Пароль').fill(Union.PASSWORD)
        press(page, 'Войти')
        page.getByLabel('Новый пароль ещё раз').waitFor()
        press(page, 'Сменить пароль')
        look.at(page, 'desk-new-password')

        then:
        look.troubles().empty
    }

    def "what stands before the desk: the slip, the second step, its recovery codes and the undertaking"() {
        given:
        def region = union.appointed('region-2', union.region)
        asSuperuser { it.execute('UPDATE access.appointment SET undertaking_signed_on = NULL, undertaking_keeper_id = NULL, undertaking_version = NULL WHERE account_id = ?', [region]) }
        def page = computer(browser).newPage()

        when:
        page.navigate('/desk')
        press(page, 'У меня листок с кодом')
        look.at(page, 'desk-slip')
        page.navigate('/desk')
        page.getByLabel('Логин').fill('region-2')
        page.getByLabel('Пароль').fill(Union.PASSWORD)
        press(page, 'Войти')
        page.getByText('обязуюсь соблюдать').waitFor()
        look.at(page, 'desk-undertaking')
        press(page, 'Прочитано, обязуюсь соблюдать')
        page.locator('[data-secret]').waitFor()
        look.at(page, 'desk-second-step')
        page.locator('#code').fill('000000')
        press(page, 'Подключить')
        page.locator('.failure').waitFor()
        look.at(page, 'desk-second-step-refused')
        page.locator('#code').fill(new org.profbilet.testing.Authenticator(page.locator('[data-secret]').getAttribute('data-secret')).code(clock.instant()))
        press(page, 'Подключить')
        page.getByText('Запишите запасные коды').waitFor()
        look.at(page, 'desk-recovery-codes')
        press(page, 'Коды записаны, продолжить')
        page.locator('header nav').first().waitFor()

        then:
        look.troubles().empty
    }

    def "every screen of a chair that the routes name"() {
        given:
        def parameters = [person: [known.person], history: [known.person], state: [known.person], slip: [known.person], card: [known.card],
                          meetings: [null, known.meeting], passport: [null, "$union.primary/REGISTRATION", "$union.primary/ORGANISATION",
                          "$union.primary/ADDRESSES", "$union.primary/STRUCTURE"], consents: [null, 'PARTNER', 'MESSAGES'], sheet: [known.sheet],
                          hall: [known.meeting], sittings: [known.meeting], bodies: [null, known.body],
                          campaigns: [null, 'new', known.campaign, "$known.campaign/edit", known.sentCampaign]]

        when:
        routes().each { name ->
            (parameters[name] ?: [null]).each { parameter ->
                def place = [name, parameter].findAll().join('/')
                def page = desk('chair', "#$place")
                look.at(page, 'chair-' + ([name ?: 'home'] + (parameter && name == 'campaigns' ? [parameter.toString().replace(known.campaign, 'draft').replace(known.sentCampaign, 'sent').replace('/', '-')] :
                        parameter && name != 'consents' ? ['one'] : [parameter])).findAll().join('-'))
            }
        }

        then:
        look.troubles().empty
    }

    def "the screens of a chair that open by a tap"() {
        when:
        def desk = desk('chair', "#slip/$known.person")
        press(desk, 'Сделать листок')
        desk.locator('[data-code]').waitFor()
        look.at(desk, 'chair-slip-made')
        go(desk, '#new-person')
        press(desk, 'Добавить человека')
        look.at(desk, 'chair-new-person-errors')
        go(desk, '#meetings')
        press(desk, 'Новое мероприятие')
        desk.getByText('Приглашены').click()
        look.at(desk, 'chair-meeting-new')
        go(desk, "#meetings/$known.meeting")
        press(desk, 'Показать приглашение')
        desk.locator('[data-invitation]').waitFor()
        look.at(desk, 'chair-invitation')
        go(desk, '#order')
        desk.getByText('Кто войдёт в заявку').first().click()
        press(desk, 'Сохранить черновик')
        desk.getByText('Это черновик').waitFor()
        look.at(desk, 'chair-order-draft')
        go(desk, "#person/$known.paper")
        def paper = desk.waitForDownload { press(desk, 'Билет на бумаге') }
        assert Files.readAllBytes(paper.path())[0..3] == '%PDF'.bytes.toList()
        desk.getByText('Путь карты').click()
        desk.getByText('Напечатана на бумаге').waitFor()
        look.at(desk, 'chair-card-on-paper')
        go(desk, "#person/$known.person")
        desk.getByText('Снять с учёта…').click()
        look.at(desk, 'chair-person-ending')
        press(desk, 'Телефон потерян…')
        look.at(desk, 'chair-question')
        press(desk, 'Не сейчас')
        desk.getByLabel('Первый день без учёта').fill('2026-01-01')
        desk.getByRole(AriaRole.LINK, named('‹ Люди')).click()
        press(desk, 'Уйти')

        then:
        look.troubles().empty
    }

    def "a list on its way into the register, a messy and a good one"() {
        when:
        def desk = desk('other-chair', '#')
        look.at(desk, 'chair-empty-home')
        ['people', 'consents', 'order', 'hand-out', 'meetings'].each {
            go(desk, "#$it")
            look.at(desk, "chair-empty-$it")
        }
        ['members-messy-60.xlsx', 'members-kindergarten-47-no-consents.xlsx'].each { file ->
            def name = "load-${file.split('-')[1]}"
            go(desk, '#load')
            desk.setInputFiles('input[type=file]', LISTS.resolve(file))
            desk.getByRole(AriaRole.BUTTON, named('Проверить строки')).waitFor()
            look.at(desk, "$name-columns")
            press(desk, 'Проверить строки')
            look.at(desk, "$name-rows")
            press(desk, 'Посмотреть, что изменится')
            look.at(desk, "$name-changes")
        }
        desk.getByRole(AriaRole.BUTTON, matching(/Загрузить \d+ чел.*/)).click()
        desk.getByText('Сохранено').first().waitFor()
        look.at(desk, 'load-done')

        go(desk, '#')
        look.at(desk, 'chair-home-47')

        then:
        look.troubles().empty
    }

    def "the office: the territory, the region and the centre"() {
        when:
        [territory: ["orders/$known.order", "orders/$known.waiting"], region: ["batches/$known.batch"], central: ["batches/$known.batch", 'undelivered']].each { login, own ->
            (['orders', 'batches', 'costs', 'staff', 'meetings'] + own).each { place ->
                look.at(desk(login, "#$place"), "$login-${place.toString().split('/')[0]}${place.toString().contains('/') ? "-${own.indexOf(place) + 1}" : ''}")
            }
        }
        def centre = desk('central', "#batches/$known.made")
        centre.getByText('Каких карт нет').click()
        centre.getByText('Упаковки: 1').click()
        look.at(centre, 'central-count')
        press(centre, 'Отметить изготовленной')
        centre.getByText('Пересчитано').first().waitFor()
        look.at(centre, 'central-counted')
        go(centre, '#costs')
        centre.getByText('Назначить новую цену').click()
        look.at(centre, 'central-new-price')
        def territory = desk('territory', "#orders/$known.waiting")
        press(territory, 'Вернуть…')
        look.at(territory, 'territory-returning')
        go(territory, "#staff/$union.otherPrimary")
        look.at(territory, 'territory-staff-of-a-primary')
        press(territory, 'Сменить председателя')
        look.at(territory, 'territory-change-of-chair')
        territory.getByLabel('Фамилия и инициалы').fill('Следующая С. С.')
        territory.getByLabel('Логин', new Page.GetByLabelOptions().setExact(true)).fill('next-chair')
        press(territory, 'Сменить председателя')
        territory.locator('[data-slip]').waitFor()
        look.at(territory, 'territory-slip-of-a-chair')
        go(territory, "#by-reason/$union.primary")
        look.at(territory, 'territory-by-reason')
        territory.getByLabel('Зачем').fill('Председатель просит исправить дату рождения')
        press(territory, 'Открыть на час')
        territory.getByLabel('Начало фамилии').fill('Аге')
        press(territory, 'Найти')
        territory.getByText('Агеева').first().click()
        press(territory, 'К списку')
        look.at(territory, 'territory-by-reason-found')
        ['territory', 'region', 'central'].each { login ->
            ['register', 'progress', 'passport'].each { look.at(desk(login, "#$it"), "$login-$it") }
        }
        look.at(desk('region', "#decisions/$union.local"), 'region-decisions')
        look.at(desk('territory', '#load-register'), 'territory-load-register')
        look.at(desk('territory', '#campaigns'), 'territory-campaigns')
        look.at(desk('territory', "#approve-campaign/$known.waitingCampaign"), 'territory-approve-campaign')
        look.at(desk('territory', '#campaigns/new'), 'territory-campaign-new')

        then:
        look.troubles().empty
    }

    def "the ticket from the first visit to the big code"() {
        given:
        def desk = desk('chair', "#slip/$known.person")
        press(desk, 'Сделать листок')
        def code = desk.locator('[data-code]').textContent().replaceAll(/\D/, '')
        def phone = phone(browser)
        def ticket = phone.newPage()

        when:
        ticket.navigate('/ticket')
        ticket.getByLabel('Код с листка').waitFor()
        look.at(ticket, 'ticket-first-visit')
        press(ticket, 'Открыть мой билет')
        look.at(ticket, 'ticket-first-visit-errors')
        ticket.getByLabel('Номер билета').fill(known.ticket)
        ticket.getByLabel('Дата рождения').fill('01.02.1980')
        ticket.getByLabel('Код с листка').fill(code)
        press(ticket, 'Открыть мой билет')
        ticket.locator('.qr path').waitFor()
        look.at(ticket, 'ticket')
        ticket.locator('button.qr').click()
        look.at(ticket, 'ticket-big-code')
        press(ticket, 'Закрыть')
        press(ticket, 'Показать в магазине')
        look.at(ticket, 'ticket-for-shops')
        press(ticket, 'Закрыть')
        press(ticket, 'Билет другого человека')
        look.at(ticket, 'ticket-beside')
        press(ticket, 'Назад')
        ['card', 'consents', 'inbox', 'messages', 'phones', 'wallets', 'views'].each {
            go(ticket, "#$it")
            look.at(ticket, "ticket-$it")
        }
        ticket.navigate('/ticket#' + '1' * 120)
        ticket.getByText('Не подтверждён').waitFor()
        look.at(ticket, 'ticket-checked')
        ticket.navigate('/ticket')
        ticket.locator('.qr path').waitFor()
        phone.setOffline(true)
        ticket.reload()
        ticket.getByText('Нет связи').first().waitFor()
        look.at(ticket, 'ticket-offline')

        then:
        look.troubles().empty

        cleanup:
        phone?.close()
    }

    def "the door from the invitation to every colour of its answers"() {
        given:
        def phone = phone(browser)
        def door = phone.newPage()

        when:
        door.navigate('/door')
        door.getByText('вставьте код приглашения').waitFor()
        look.at(door, 'door-invitation')
        door.navigate("/door#$known.invitation")
        door.getByText('скачан').first().waitFor()
        look.at(door, 'door-preparation')
        press(door, 'Ввести код')
        look.at(door, 'door-operator')
        press(door, 'Не сейчас')
        press(door, 'Начать')
        press(door, 'Ввести номер')
        look.at(door, 'door-scanning')
        press(door, 'Ввести номер')
        press(door, 'Найти по фамилии')
        look.at(door, 'door-search')
        press(door, 'Найти по фамилии')
        press(door, 'Перенести с бумаги')
        door.locator('[data-sheets]').waitFor()
        look.at(door, 'door-paper')
        press(door, 'Перенести с бумаги')
        door.keyboard().type(known.plastic)
        door.keyboard().press('Enter')
        door.locator('[data-outcome]').waitFor()
        ['green', 'blue', 'white', 'yellow', 'red', 'grey'].each { colour ->
            door.evaluate("""colour => {
                const answer = document.querySelector('.kept') ?? document.body.appendChild(document.querySelector('.answer').cloneNode(true));
                answer.removeAttribute('data-outcome');
                answer.className = `answer kept \${colour}`;
            }""", colour)
            look.at(door, "door-answer-$colour")
        }
        door.evaluate("document.querySelector('.kept').remove()")
        door.keyboard().type(known.notIssued)
        door.keyboard().press('Enter')
        door.getByText('Выдать сейчас').waitFor()
        look.at(door, 'door-issue-now')
        press(door, 'Выдать сейчас (председатель)')
        door.getByLabel('Логин').fill('chair')
        door.getByLabel('Пароль').fill(Union.PASSWORD)
        press(door, 'Войти')
        door.getByText('Выдано сейчас: 1').waitFor()
        look.at(door, 'chair-issued-at-the-door')
        door.getByText('Вернуться на вход').click()
        press(door, 'Начать')
        phone.setOffline(true)
        door.keyboard().type(known.plastic)
        door.keyboard().press('Enter')
        door.getByText('Нет связи').first().waitFor()
        look.at(door, 'door-offline')

        then:
        look.troubles().empty

        cleanup:
        phone?.close()
    }

    /** The names of the desk's screens for a chair: a new screen is looked at without being told. */
    private static List<String> routes() {
        def names = (Files.readString(ROUTES) =~ /(?m)^  '?([\w-]*)'?: \(/).collect { it[1] as String }
        assert names.containsAll(['', 'people', 'person'])
        names.findAll { !(it in ['orders', 'batches', 'staff', 'by-reason', 'register', 'decisions', 'load-register', 'progress', 'stranded', 'undelivered', 'printed', 'costs', 'approve-campaign']) }
    }

    /** A primary with people of every kind, long names, cards on their way and issued, and a meeting. */
    private Map<String, Object> prepared() {
        // members put into the tables here number themselves; the list that is loaded later numbers beyond them
        asSuperuser { it.execute("SELECT setval('members.ticket_serial', 100000)") }
        def people = [
            aMember(union.primary, lastName: 'Преображенская-Успенская', firstName: 'Александра', middleName: 'Константиновна',
                    consents: [UNION_PROCESSING: 'GIVEN', PARTNER: 'REFUSED', SMS: 'GIVEN', PUSH: 'WITHDRAWN'],
                    phone: '+78430000101', email: 'aleksandra.konstantinopolskaya-zadunayskaya@example.org'),
            aMember(union.primary, lastName: 'Агеева'), aMember(union.primary, lastName: 'Белов'), aMember(union.primary, lastName: 'Власова')]
        aMember(union.primary, lastName: 'Ёлкина', consents: [:])
        aMember(union.primary, lastName: 'Константинопольская-Задунайская', consents: [PARTNER: 'GIVEN', UNION_PROCESSING: 'GIVEN'])
        def tokens = ['chair', 'other-chair', 'territory', 'region', 'central'].collectEntries { [it, tokenOf(it)] }
        def primary = "/v1/chair/primaries/$union.primary"
        def office = { "/v1/office/organisations/$it" }
        def asked = { path, body, login -> post(path, body, tokens[login], key()).tap { assert it.status in [200, 201, 204]: "$path ${it.body}" }.body }
        def order = asked("$primary/orders", [mode: 'ONLY', personIds: people[0..2]], 'chair')
        asked("${office(union.local)}/orders/$order.id/approve", [:], 'territory')
        def batch = asked("${office(union.central)}/batches", [regionId: union.region], 'central')
        def csv = new String(get("${office(union.central)}/batches/$batch.id/personalisation.csv", tokens.central).bytes, 'UTF-8').readLines()*.split(';')*.toList()
        asked("${office(union.central)}/batches/$batch.id/produced", [:], 'central')
        asked("${office(union.central)}/batches/$batch.id/shipped", [:], 'central')
        asked("${office(union.region)}/batches/$batch.id/received", [:], 'region')
        asked("${office(union.local)}/orders/$order.id/hand-over", [:], 'territory')
        def cards = get("$primary/cards", tokens.chair).body
        def card = cards.find { it.personId == people[0].toString() }.id
        asked("$primary/cards/issue", [mode: 'ONLY', cardIds: [card], issuedOn: LocalDate.now(MOSCOW).toString()], 'chair')
        def waiting = asked("$primary/orders", [mode: 'ONLY', personIds: [people[3]]], 'chair')
        def other = asked("/v1/chair/primaries/$union.otherPrimary/orders", [mode: 'ONLY', personIds: [aMember(union.otherPrimary)]], 'other-chair')
        asked("${office(union.local)}/orders/$other.id/approve", [:], 'territory')
        def made = asked("${office(union.central)}/batches", [regionId: union.region], 'central')
        get("$primary/cards/issue-sheet", tokens.chair)
        def now = java.time.Instant.now()
        def meeting = asked("/v1/chair/meetings?organisationId=$union.primary", [
            title: 'Отчётно-выборное собрание первичной организации школы № 17', kind: 'OPEN', policy: 'REENTRY', zone: 'Europe/Moscow',
            opensAt: now.minusSeconds(3600).toString(), closesAt: now.plusSeconds(36000).toString(), invited: []], 'chair')
        def invitation = asked("/v1/chair/meetings/$meeting.id/invitations", [door: 'Вход А', role: 'REGISTRAR'], 'chair')
        assert post("/v1/chair/meetings/$meeting.id/sheets", [listId: meeting.listId, door: 'Вход А', lines: 20], tokens.chair, key()).status == 200
        def body = asked("/v1/chair/bodies?organisationId=$union.primary", [name: 'Отчётно-выборная конференция', kind: 'CONFERENCE', base: 'CONFIRMED', countsRemote: false], 'chair')
        people[0..1].each { asked("/v1/chair/bodies/$body.id/delegates?organisationId=$union.primary", [personId: it, vote: 'DECISIVE', basis: '3', basisOn: LocalDate.now(MOSCOW).toString(), firstTime: true], 'chair') }
        put("/v1/chair/bodies/$body.id/confirmation", [mandateIds: [], decision: 'Протокол № 1'], tokens.chair)
        asked("/v1/chair/meetings/$meeting.id/sittings", [bodyId: body.id], 'chair')
        def paper = aMember(union.primary, lastName: 'Яковлева')
        def campaigns = "/v1/chair/organisations/$union.primary/campaigns"
        def draft = { String category -> asked(campaigns, [category: category, words: [subject: 'Профсоюзное собрание', body: 'До собрания {days|день|дня|дней}.\n\nБилет: {link}', brief: 'Собрание в пятницу'],
            countedDay: LocalDate.now(MOSCOW).plusDays(5).toString(), channels: ['PUSH', 'EMAIL', 'SMS'],
            audience: [withinId: union.primary, kinds: [], categories: ['WORKING'], cards: [], roles: []]], 'chair').id }
        def sent = draft('AD')
        asked("$campaigns/$sent/send", [:], 'chair')
        context.getBean(RunCampaigns).run()
        def waitingCampaign = asSuperuser { new Papers(it, union.chair).ofCampaign(union.primary).campaignId }
        def plastic = { name -> csv.find { it.contains(name) }[csv[0].indexOf('qr')] }
        [campaign  : draft('INFO'), sentCampaign: sent, waitingCampaign: waitingCampaign,
         person    : people[0], card: card, order: order.id, waiting: waiting.id, batch: batch.id, made: made.id, meeting: meeting.id, body: body.id,
         paper     : paper, sheet: asSuperuser { it.firstRow('SELECT id FROM cards.issue_sheet').id }, notIssued: plastic('Белов'),
         invitation: invitation.qr.split('#')[1], plastic: plastic('Преображенская-Успенская'),
         ticket    : asSuperuser { it.firstRow('SELECT ticket_number FROM members.person WHERE id = ?', [people[0]]).ticket_number }]
    }

    private static Map<String, String> key() {
        ['Idempotency-Key': UUID.randomUUID().toString()]
    }
}
