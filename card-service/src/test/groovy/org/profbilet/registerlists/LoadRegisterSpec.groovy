package org.profbilet.registerlists

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.LocalDate
import org.profbilet.organisations.DeclaredSubject
import org.profbilet.organisations.Level
import org.profbilet.organisations.Organisations
import org.profbilet.organisations.Status
import org.profbilet.organisations.changes.Office
import org.profbilet.organisations.passport.ChangePassport
import org.profbilet.organisations.passport.PassportField
import org.profbilet.organisations.passport.ShowPassport
import org.profbilet.organisations.structure.KeepOfficials
import org.profbilet.registerlists.Remark.Code
import org.profbilet.testing.UnionSpec

/** A territory loads its register and its chairs from tables (seed 003, tasks 4 to 7). */
@MicronautTest(transactional = false)
class LoadRegisterSpec extends UnionSpec {

    static final String REGISTER = '№;Полное наименование ППО;Краткое;Вид ОО;Телефон;Работающих;Членов Профсоюза;Дата отчёта;ИНПО\n'
    static final String CHAIRS = 'Организация;Фамилия;Имя;Отчество;Должность;Дата избрания;Мобильный;Обязательство;Есть компьютер;Есть интернет\n'

    @Inject
    PreviewRegister previewRegister

    @Inject
    ApplyRegister applyRegister

    @Inject
    MakeTemplate makeTemplate

    @Inject
    ForgetPlans forgetPlans

    @Inject
    Organisations organisations

    @Inject
    ShowPassport showPassport

    @Inject
    ChangePassport changePassport

    @Inject
    KeepOfficials officials

    def "new primaries are proposed with what the table says of them, and wait for their ИНПО"() {
        given:
        def plan = planned(REGISTER + '1;ППО школы № 5;Школа 5;школа;8 843 111-11-11;40;35;01.10.2026;\n2;ППО детского сада № 6;Сад 6;ДОУ;;20;18;01.10.2026;\n')

        when:
        def outcome = applyRegister.apply(territory(), plan.id(), false)
        def fresh = organisations.listRegister(local).findAll { it.status() == Status.PROPOSED }

        then:
        plan.form() == Form.ORGANISATIONS
        plan.count(Outcome.NEW) == 2
        outcome == new ApplyOutcome.Applied(2)
        fresh*.name() == ['ППО детского сада № 6', 'ППО школы № 5']
        with(showPassport.show(fresh[1].id(), null, null)) {
            values()['PHONE'].value() == '8 843 111-11-11'
            values()['INSTITUTION_KIND'].value() == 'SCHOOL'
            counts().collectEntries { [it.subject(), it.value()] } == [(DeclaredSubject.MEMBERS): 35, (DeclaredSubject.WORKING): 40]
            counts()*.asOf().unique() == [LocalDate.of(2026, 10, 1)]
        }
    }

    def "the same table again changes nothing; applying twice is applying once"() {
        given:
        def table = REGISTER + '1;ППО школы № 5;Школа 5;школа;;40;35;01.10.2026;\n'
        def first = planned(table)

        expect:
        applyRegister.apply(territory(), first.id(), false) == new ApplyOutcome.Applied(1)
        applyRegister.apply(territory(), first.id(), false) == new ApplyOutcome.Applied(1)
        organisations.listRegister(local).count { it.name() == 'ППО школы № 5' } == 1
        planned(table).count(Outcome.UNCHANGED) == 1
    }

    def "«67 (54)» and «98 + 2» are kept as written, told, and never summed; empty is no zero"() {
        given:
        def plan = planned(REGISTER + '1;ППО А;А;школа;;;67 (54);01.10.2026;\n2;ППО Б;Б;школа;;;98 + 2;01.10.2026;\n3;ППО В;В;школа;;;;01.10.2026;\nИтого;;;;;;2877;;\n')

        when:
        def remarks = rows(plan).collectEntries { [it.title(), it.remarks()*.code()] }
        applyRegister.apply(territory(), plan.id(), false)
        def counts = asSuperuser {
            it.rows('''SELECT o.name, d.raw, d.value, d.alternative, d.extra FROM organisations.declared_count d
                         JOIN organisations.organisation o ON o.id = d.organisation_id WHERE o.parent_id = ? ORDER BY o.name''', [local])
        }.collect { [it.name, it.raw, it.value, it.alternative, it.extra] }

        then:
        remarks == ['ППО А': [Code.SEVERAL_NUMBERS], 'ППО Б': [Code.SEVERAL_NUMBERS], 'ППО В': [Code.NO_NUMBER], 'Итого': [Code.TOTAL_DIFFERS]]
        counts == [['ППО А', '67 (54)', 67, 54, null], ['ППО Б', '98 + 2', 98, null, 2]]
        sentences(plan)['Итого'] == ['«Членов Профсоюза (заявлено)»: в итоге написано «2877», а строки дают 165. Проверьте, какая строка неверна.']
    }

    def "wrong cells are told by column, and only the right rows are taken when she says so"() {
        given:
        def plan = planned(REGISTER + '1;;А;школа;;;10;01.10.2026;\n2;ППО Б;Б;завод;;;11;01.10.2026;\n3;ППО В;В;школа;;;около 50;01.10.2026;\n' +
                '4;ППО Г;Г;школа;;;12;31.02.2026;\n5;ППО Д;Д;школа;;;13;01.10.2026;99-999-9999\n6;ППО Е;Е;школа;;;14;01.10.2026;\n7;ППО Е;Е;школа;;;14;01.10.2026;\n')

        expect:
        rows(plan).findAll { it.outcome() == Outcome.ERROR }.collect { [it.number(), it.remarks().findAll { it.isError() }*.code()] } == [
                [2, [Code.MISSING]], [3, [Code.NOT_A_VALUE]], [4, [Code.NOT_A_NUMBER]], [5, [Code.NOT_A_DATE]],
                [6, [Code.UNKNOWN_ORGANISATION]], [8, [Code.TWICE_IN_FILE]]]
        applyRegister.apply(territory(), plan.id(), false) == new ApplyOutcome.Refused(ApplyOutcome.Reason.HAS_ERRORS)
        applyRegister.apply(territory(), plan.id(), true) == new ApplyOutcome.Applied(1)
    }

    def "a passport that says otherwise stays: its own organisation keeps it"() {
        given:
        changePassport.change(UUID.randomUUID(), primary, [(PassportField.PHONE): '+7 843 222-22-22'], LocalDate.of(2026, 11, 1))
        def inpo = organisations.get(primary).inpo()
        def plan = planned(REGISTER + "1;Школа семнадцать;17;школа;8 843 999-99-99;61;52;01.10.2026;$inpo\n")

        when:
        applyRegister.apply(territory(), plan.id(), false)

        then:
        rows(plan)[0].outcome() == Outcome.CHANGED
        rows(plan)[0].remarks()*.code() == [Code.OTHER_IN_PASSPORT]
        showPassport.show(primary, null, null).values()['PHONE'].value() == '+7 843 222-22-22'
        showPassport.show(primary, null, null).counts().size() == 2
        organisations.get(primary).name() == 'Первичная организация школы № 17'
    }

    def "a plan made before the register changed is not applied"() {
        given:
        def plan = planned(REGISTER + '1;ППО школы № 5;Школа 5;школа;;40;35;01.10.2026;\n')
        organisation(Level.PRIMARY, local, 'Внесена между делом')

        expect:
        applyRegister.apply(territory(), plan.id(), false) == new ApplyOutcome.Refused(ApplyOutcome.Reason.OUTDATED)
    }

    def "chairs are recorded with their readiness; the one before goes on the day of the election"() {
        given:
        applyRegister.apply(territory(), planned(CHAIRS +
                'Первичная организация школы № 17;Пензина;Анна;Викторовна;председатель;01.09.2022;8 900 000-00-01;01.09.2022;Да;Нет\n').id(), false)
        def plan = planned(CHAIRS +
                'Первичная организация школы № 17;Сафина;Лилия;;председатель;15.10.2026;8 900 000-00-02;;;\n' +
                'Первичная организация школы № 18;Ким;Ольга;;ответственный за АИС;15.10.2026;8 900 000-00-03;15.10.2026;Да;Да\n')

        when:
        applyRegister.apply(territory(), plan.id(), false)
        def here = officials.list(local, primary)

        then:
        plan.form() == Form.CHAIRS
        here*.lastName() == ['Сафина', 'Пензина']
        here[1].endedOn() == LocalDate.of(2026, 10, 15)
        showPassport.show(primary, null, null).values()['HAS_INTERNET'].value() == 'NO'
        officials.list(local, otherPrimary)*.post()*.name() == ['AIS_OFFICER']
    }

    def "a name that two organisations have needs the ИНПО"() {
        given:
        organisation(Level.PRIMARY, local, 'Первичная организация школы № 17')

        expect:
        rows(planned(CHAIRS + 'Первичная организация школы № 17;Пензина;Анна;;;01.09.2022;;;;\n'))[0].remarks()*.code() ==
                [Code.AMBIGUOUS_ORGANISATION]
    }

    def "a chair of another territory's primary is unknown here"() {
        expect:
        rows(planned(CHAIRS + 'Первичная организация университета;Белов;Денис;;;01.09.2022;;;;\n'))[0].remarks()*.code() ==
                [Code.UNKNOWN_ORGANISATION]
    }

    def "names of chairs do not stay in plans: not after applying, not for longer than 72 hours"() {
        given:
        def applied = planned(CHAIRS + 'Первичная организация школы № 17;Пензина;Анна;;;01.09.2022;;;;\n')
        applyRegister.apply(territory(), applied.id(), false)
        def left = planned(CHAIRS + 'Первичная организация школы № 18;Забытова;Анна;;;01.09.2022;;;;\n')

        when:
        clock.advance(java.time.Duration.ofHours(73))
        forgetPlans.forget()

        then:
        asSuperuser { it.firstRow('SELECT count(*) AS n FROM registerlists.plan_row WHERE plan_id = ? AND entry IS NOT NULL', [applied.id()]).n } == 0
        asSuperuser { it.firstRow('SELECT count(*) AS n FROM registerlists.plan_row WHERE plan_id = ?', [left.id()]).n } == 0

        cleanup:
        clock.advance(java.time.Duration.ofHours(-73))
    }

    def "another office does not see the plan"() {
        given:
        def plan = planned(REGISTER + '1;ППО школы № 5;Школа 5;школа;;40;35;01.10.2026;\n')
        def other = organisation(Level.LOCAL, region, 'Соседняя')

        expect:
        previewRegister.show(new Office(UUID.randomUUID(), other, Level.LOCAL), plan.id(), null, 0, 10).isEmpty()
        previewRegister.show(new Office(UUID.randomUUID(), region, Level.REGIONAL), plan.id(), null, 0, 10).isEmpty()
        applyRegister.apply(new Office(UUID.randomUUID(), other, Level.LOCAL), plan.id(), false) ==
                new ApplyOutcome.Refused(ApplyOutcome.Reason.UNKNOWN)
    }

    def "the empty form of #form is recognised by its own header"() {
        expect:
        (previewRegister.preview(territory(), UUID.randomUUID(), makeTemplate.make(form)) as PreviewOutcome.NotRead).sentence() ==
                'Под названиями столбцов нет ни одной строки. Проверьте, тот ли файл отправлен.'

        where:
        form << Form.values()
    }

    def "what is no register is refused with a sentence"() {
        expect:
        (previewRegister.preview(territory(), UUID.randomUUID(), 'Имя;Цвет\nМурка;рыжая\n'.getBytes('UTF-8')) as PreviewOutcome.NotRead)
                .sentence().startsWith('Не найдена строка с названиями столбцов')
    }

    private Office territory() {
        new Office(UUID.randomUUID(), local, Level.LOCAL)
    }

    private Plan planned(String table) {
        (previewRegister.preview(territory(), UUID.randomUUID(), table.getBytes('UTF-8')) as PreviewOutcome.Planned).plan()
    }

    private List<PlannedRow> rows(Plan plan) {
        previewRegister.show(territory(), plan.id(), null, 0, 500).get().rows()
    }

    private Map sentences(Plan plan) {
        rows(plan).collectEntries { [it.title(), it.remarks().collect { Sentences.of(it) }] }
    }
}
