package org.profbilet.api.office

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.nio.charset.StandardCharsets
import org.profbilet.api.HttpSpec
import spock.lang.Stepwise

/** Offices keep the register, chairs keep their passports. */
@Stepwise
@MicronautTest(transactional = false)
class RegisterOverHttpSpec extends HttpSpec {

    static String fresh

    def "the territory proposes, the council allots the number, and the tree shows the primary"() {
        given:
        def key = UUID.randomUUID()
        def school = [level: 'PRIMARY', territorialRights: false, name: 'ППО школы № 5', shortName: 'Школа 5', institutionKind: 'SCHOOL']

        when:
        fresh = post("${office(union.local)}/below", school, territory(), ['idempotency-key': key.toString()]).body.id

        then:
        post("${office(union.local)}/below", school, territory(), ['idempotency-key': key.toString()]).body.id == fresh
        below(union.local).find { it.id == fresh }.status == 'PROPOSED'

        when:
        def waiting = get("${office(union.central)}/waiting-for-number", council()).body.find { it.id == fresh }

        then:
        waiting.suggestion == '16-001-0003'
        post("${office(fresh)}/number", [inpo: waiting.suggestion], territory(), aKey()).problem == 'ORGANISATION_NOT_FOR_THIS_LEVEL'
        post("${office(fresh)}/number", [inpo: '16/3'], council(), aKey()).problem == 'INPO_WRONG'
        post("${office(fresh)}/number", [inpo: waiting.suggestion], council(), aKey()).status == 200
        below(union.local).find { it.id == fresh }.status == 'ACTIVE'
    }

    def "an organisation is found by a part of its name, ё or е, or by its number"() {
        expect:
        search(union.region, query)*.name == names

        where:
        query        || names
        'школы'      || ['ППО школы № 17', 'ППО школы № 5']
        '16-001-000' || ['Казань', 'ППО детского сада № 5', 'ППО школы № 17', 'ППО школы № 5']
        'нет такой'  || []
    }

    def "a region moves, excludes and restores with the number of the decision; who may not is refused"() {
        given:
        def decision = { Map more -> [kind: 'EXCLUDED', number: '3-7', decidedOn: '2026-11-20', effectiveOn: '2026-11-20', toId: null] + more }

        expect:
        post("${office(fresh)}/deeds", decision([:]), territory(), aKey()).problem == 'ORGANISATION_NOT_FOR_THIS_LEVEL'
        post("${office(fresh)}/deeds", decision([:]), chair(), aKey()).status == 404
        post("${office(union.local)}/deeds", decision([:]), region(), aKey()).problem == 'ORGANISATION_HAS_OTHERS_BELOW'
        post("${office(fresh)}/deeds", decision(effectiveOn: '2027-01-01'), region(), aKey()).problem == 'ORGANISATION_DATE_WRONG'
        post("${office(fresh)}/deeds", decision(number: ''), region(), aKey()).status == 400
        post("${office(fresh)}/deeds", decision(kind: 'MOVED', toId: UUID.randomUUID().toString()), region(), aKey()).status == 404
        post("${office(fresh)}/deeds", decision(kind: 'MOVED', toId: union.region.toString()), region(), aKey()).status == 200
        post("${office(fresh)}/deeds", decision([:]), region(), aKey()).status == 200
        post("${office(fresh)}/deeds", decision([:]), region(), aKey()).problem == 'ORGANISATION_WRONG_STATUS'
        post("${office(fresh)}/deeds", decision(kind: 'RESTORED'), region(), aKey()).status == 200
        get("${office(fresh)}/deeds", region()).body*.kind == ['RESTORED', 'EXCLUDED', 'MOVED', 'INPO_ALLOTTED', 'PROPOSED']
    }

    def "a chair fills in her passport, sees what is missing, and its history"() {
        when:
        def before = get("${own(union.primary)}/passport", chair()).body
        def after = send('PUT', "${own(union.primary)}/passport",
                [values: [POSTAL_ADDRESS: 'Казань, ул. Школьная, 1', LEGAL_PERSON: 'NO'], trueFrom: '2026-11-01'], chair(), [:]).body

        then:
        before.mayChange
        before.missing.containsAll(['POSTAL_ADDRESS', 'LEGAL_PERSON'])
        after.missing == before.missing - ['POSTAL_ADDRESS', 'LEGAL_PERSON']
        after.fields.find { it.code == 'POSTAL_ADDRESS' }.trueFrom == '2026-11-01'
        get("${own(union.primary)}/passport/history?field=POSTAL_ADDRESS", chair()).body*.value == ['Казань, ул. Школьная, 1']
    }

    def "wrong values are told in words, and nothing is kept"() {
        when:
        def answer = change(values: [INN: '123', SITE: 'example.org'], trueFrom: '2026-11-01')

        then:
        answer.problem == 'PASSPORT_VALUE_WRONG'
        answer.body.detail == 'ИНН: 10 цифр; проверьте, все ли переписаны верно.'
        change(values: [COLOUR: 'red'], trueFrom: '2026-11-01').problem == 'PASSPORT_VALUE_WRONG'
        change(values: [SITE: 'example.org'], trueFrom: '2031-01-01').problem == 'PASSPORT_DATE_IN_FUTURE'
        headcount(raw: 'много').problem == 'HEADCOUNT_WRONG'
        headcount(raw: '67 (54)').body.headcounts[0].subMap(['raw', 'value', 'alternative']) == [raw: '67 (54)', value: 67, alternative: 54]
    }

    def "those above read a passport and do not write it; strangers get nothing"() {
        expect:
        get("${own(union.primary)}/passport", territory()).body.mayChange == false
        get("${own(union.primary)}/structure", region()).status == 200
        send('PUT', "${own(union.primary)}/passport", [values: [SITE: 'x.org'], trueFrom: '2026-11-01'], territory(), [:]).status == 404
        post("${own(union.primary)}/units", unit(), territory(), aKey()).status == 404
        get("${own(union.primary)}/$what", tokenOf('other-chair')).status == 404
        get("${own(union.local)}/$what", chair()).status == 404
        get("${own(union.primary)}/$what").status == 401

        where:
        what << ['passport', 'passport/history', 'structure', 'road-map']
    }

    def "units, officials and documents"() {
        when:
        def structure = post("${own(union.primary)}/units", unit(), chair(), aKey()).body

        then:
        structure.units*.name == ['Начальная школа']

        when:
        post("${own(union.primary)}/officials", [post: 'CHAIR', lastName: 'Пензина', firstName: 'Анна', electedOn: '2024-09-01', phone: '+7 900 000-00-01'], chair(), aKey())
        post("${own(union.primary)}/documents", [kind: 'CHARTER', title: 'Положение', datedOn: '2020-01-01'], chair(), aKey())
        def seen = get("${own(union.primary)}/structure", territory()).body

        then:
        seen.officials*.lastName == ['Пензина']
        seen.documents*.title == ['Положение']
        post("${own(union.primary)}/officials", [post: 'CHAIR', lastName: 'Вторая', firstName: 'Анна', electedOn: '2024-09-01'], chair(), aKey()).problem == 'STRUCTURE_ALREADY_THERE'
        post("${own(union.primary)}/officials", [post: 'DEPUTY', lastName: 'Вторая', firstName: 'Анна', electedOn: '2024-09-01', phone: 'нет'], chair(), aKey()).body.detail ==
                'Телефон: цифры, пробелы и чёрточки, например +7 843 000-00-00.'
        post("${own(union.primary)}/units/${structure.units[0].id}/close", [on: '2026-11-20'], chair()).body.units[0].closedOn == '2026-11-20'
        delete("${own(union.primary)}/documents/${seen.documents[0].id}", chair()).status == 204
        delete("${own(union.primary)}/documents/${seen.documents[0].id}", chair()).status == 404
    }

    def "the road map and the progress of the territory are counted"() {
        when:
        def map = get("${own(union.primary)}/road-map", chair()).body

        then:
        map.steps*.code == ['ACCESS', 'TRAINING', 'PASSPORT', 'MEMBERS', 'CONSENTS', 'ORDERS', 'ISSUE']
        map.steps[0].done
        map.word == 'NONE'

        when:
        def dates = send('PUT', "${office(union.local)}/due-dates", [[step: 4, dueOn: '2026-11-01']], territory(), [:])
        def late = get("${office(union.local)}/overdue", territory()).body

        then:
        dates.body == [[step: 4, dueOn: '2026-11-01']]
        late.find { it.id == union.primary.toString() }.phone == '+7 900 000-00-01'
        late*.steps.unique() == [[4]]
        send('PUT', "${office(union.local)}/due-dates", [[step: 8, dueOn: '2026-11-01']], territory(), [:]).status == 400
        send('PUT', "${office(union.local)}/due-dates", [[step: 4, dueOn: '2026-11-01']], region(), [:]).status == 404
        get("${office(union.region)}/progress", region()).body.find { it.id == union.local.toString() }.word == 'NONE'
        get("${office(union.region)}/progress", territory()).status == 404
    }

    def "a register is loaded from a table: shown first, then recorded"() {
        given:
        def table = 'Полное наименование ППО;Членов Профсоюза;Дата отчёта\nППО колледжа;67 (54);01.10.2026\n'

        when:
        def plan = upload(table).body
        def rows = get("${office(union.local)}/register-lists/${plan.id}?pile=NEW", territory()).body.rows

        then:
        [plan.form, plan.added, plan.errors] == ['ORGANISATIONS', 1, 0]
        rows[0].remarks == ['«Членов Профсоюза (заявлено)»: «67 (54)» — здесь несколько чисел. Возьмём 67, остальное сохраним как написано и прибавлять не будем.']
        get("${office(union.local)}/register-lists/${plan.id}", region()).status == 404
        get("${office(union.region)}/register-lists/${plan.id}", region()).status == 404
        post("${office(union.local)}/register-lists/${plan.id}/apply", [onlyValid: false], territory()).body.rows == 1
        upload('Имя;Цвет\nМурка;рыжая\n').problem == 'REGISTER_UNREADABLE'
        get("${office(union.local)}/register-lists/template.xlsx?form=CHAIRS", territory()).bytes[0..1] == [0x50, 0x4b]
    }

    private String chair() {
        tokenOf('chair')
    }

    private String territory() {
        tokenOf('territory')
    }

    private String region() {
        tokenOf('region')
    }

    private String council() {
        tokenOf('central')
    }

    private static Map aKey() {
        ['idempotency-key': UUID.randomUUID().toString()]
    }

    private static String office(Object organisation) {
        "/v1/office/organisations/$organisation"
    }

    private static String own(Object organisation) {
        "/v1/chair/organisations/$organisation"
    }

    private static Map unit() {
        [kind: 'GROUP', name: 'Начальная школа', openedOn: '2020-09-01']
    }

    private List below(Object organisation) {
        get(office(organisation), council()).body.below
    }

    private List search(Object organisation, String query) {
        get("${office(organisation)}/register?query=${URLEncoder.encode(query, 'UTF-8')}", region()).body
    }

    private Answer change(Map change) {
        send('PUT', "${own(union.primary)}/passport", change, chair(), [:])
    }

    private Answer headcount(Map given) {
        send('PUT', "${own(union.primary)}/passport/headcounts", [subject: 'MEMBERS', asOf: '2026-11-01'] + given, chair(), [:])
    }

    private Answer upload(String table) {
        def boundary = 'boundary-of-the-table'
        def out = new ByteArrayOutputStream()
        out.write("--$boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"register.csv\"\r\nContent-Type: text/csv\r\n\r\n".getBytes(StandardCharsets.UTF_8))
        out.write(table.getBytes(StandardCharsets.UTF_8))
        out.write("\r\n--$boundary--\r\n".getBytes(StandardCharsets.UTF_8))
        post("${office(union.local)}/register-lists", out.toByteArray(), territory(), aKey() + ['content-type': "multipart/form-data; boundary=$boundary".toString()])
    }
}
