package org.profbilet.members

import com.github.f4b6a3.uuid.UuidCreator
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import org.profbilet.access.NotYours
import org.profbilet.members.corrections.AnswerCorrection
import org.profbilet.members.corrections.CorrectedField
import org.profbilet.members.corrections.CorrectionState
import org.profbilet.members.corrections.OwnRecord

@MicronautTest(transactional = false)
class CorrectionSpec extends RegisterSpec {

    @Inject
    OwnRecord ownRecord

    @Inject
    AnswerCorrection answerCorrection

    UUID person

    def setup() {
        asSuperuser { it.execute('TRUNCATE members.person, members.request CASCADE') }
        person = joins(position: 'учитель')
    }

    def "a member proposes, the chair accepts, and it stands in the record"() {
        when:
        def proposed = propose([LAST_NAME: 'Петрова', POSITION: '  завуч ', FIRST_NAME: 'Мария'], 'Вышла замуж')
        def open = answerCorrection.listOpen(chair())

        then:
        proposed.name() == 'PROPOSED'
        open*.personName() == ['Иванова Мария Петровна']
        open[0].changes().collect { [it.field(), it.before(), it.after()] } ==
                [['LAST_NAME', 'Иванова', 'Петрова'], ['POSITION', 'учитель', 'завуч']]

        when:
        clock.advance(Duration.ofHours(1))
        answerCorrection.accept(chair(), open[0].id())
        def shown = ownRecord.show(person)

        then:
        shown.member().member().name().last() == 'Петрова'
        shown.member().member().position() == 'завуч'
        shown.primaryName() == 'Первичная организация школы № 17'
        shown.corrections()*.state() == [CorrectionState.ACCEPTED]
        answerCorrection.listOpen(chair()) == []
    }

    def "the chair declines with a reason that the member reads"() {
        given:
        propose(BIRTH_DATE: '1981-02-01')
        def id = answerCorrection.listOpen(chair())[0].id()

        when:
        answerCorrection.decline(chair(), id, 'В паспорте 1980 год')

        then:
        with(ownRecord.show(person)) {
            member().member().birthDate().year == 1980
            corrections()[0].state() == CorrectionState.DECLINED
            corrections()[0].reason() == 'В паспорте 1980 год'
        }
        answerCorrection.decline(chair(), id, 'ещё раз').name() == 'ANSWERED'
        answerCorrection.accept(chair(), id).name() == 'ALREADY_ANSWERED'
    }

    def "#what is #outcome"() {
        expect:
        propose(values).name() == outcome

        where:
        what                   | values                     || outcome
        'the same again'       | [LAST_NAME: ' Иванова ']   || 'NOTHING_DIFFERENT'
        'an empty surname'     | [LAST_NAME: ' ']           || 'VALUE_WRONG'
        'a date that is none'  | [BIRTH_DATE: '31.02.1980'] || 'VALUE_WRONG'
        'a date to come'       | [BIRTH_DATE: '2040-01-01'] || 'VALUE_WRONG'
        'no such education'    | [EDUCATION: 'MAGIC']       || 'VALUE_WRONG'
        'no patronymic'        | [MIDDLE_NAME: '']          || 'PROPOSED'
        'a phone of 5 digits'  | [PHONE: '8 903 12']        || 'VALUE_WRONG'
        'two phones'           | [PHONE: '89031234567, 89031234568'] || 'VALUE_WRONG'
        'no e-mail at all'     | [EMAIL: 'мария на яндексе'] || 'VALUE_WRONG'
        'no phone as before'   | [PHONE: '']                || 'NOTHING_DIFFERENT'
    }

    def "a new phone stands when the chair accepts it, and the consent to SMS was given for the old one"() {
        given:
        person = aMember(lastName: 'Сабирова', phone: '+79031234567', consents: [SMS: 'GIVEN', EMAIL: 'GIVEN'], primary)

        when:
        propose(PHONE: '8 (903) 765-43-21', EMAIL: 'Sabirova@Example.org')
        def open = answerCorrection.listOpen(chair())[0]

        then:
        open.changes().collect { [it.field(), it.before(), it.after()] } ==
                [['PHONE', '+79031234567', '+79037654321'], ['EMAIL', null, 'sabirova@example.org']]
        consents() == [EMAIL: 'GIVEN', SMS: 'GIVEN']

        when:
        answerCorrection.accept(chair(), open.id())

        then:
        ownRecord.show(person).with { [phone(), email()] } == ['+79037654321', 'sabirova@example.org']
        asSuperuser { it.rows('SELECT value FROM contacts.contact WHERE person_id = ? AND replaced_at IS NOT NULL', [person])*.value } == ['+79031234567']
        consents().SMS != 'GIVEN'
        consents().EMAIL == 'GIVEN'
    }

    def "a phone that was changed meanwhile is not overwritten, and cannot be taken out"() {
        given:
        person = aMember(lastName: 'Сабирова', phone: '+79031234567', primary)
        propose(PHONE: '+79037654321')
        asSuperuser { it.execute("UPDATE contacts.contact SET value = '+79030000000' WHERE person_id = ?", [person]) }

        expect:
        answerCorrection.accept(chair(), answerCorrection.listOpen(chair())[0].id()).name() == 'RECORD_CHANGED'
        propose(PHONE: '').name() == 'VALUE_WRONG'
    }

    def "what has changed meanwhile is looked at again and not overwritten"() {
        given:
        propose(POSITION: 'завуч')
        asSuperuser { it.execute("UPDATE members.membership SET position_name = 'директор' WHERE person_id = ?", [person]) }

        expect:
        answerCorrection.accept(chair(), answerCorrection.listOpen(chair())[0].id()).name() == 'RECORD_CHANGED'
    }

    def "another primary's chair finds no proposal, and a member nobody's record but her own"() {
        given:
        propose(POSITION: 'завуч')
        def id = answerCorrection.listOpen(chair())[0].id()

        expect:
        answerCorrection.listOpen(chair(otherPrimary)) == []

        when:
        answerCorrection.accept(chair(otherPrimary), id)

        then:
        thrown(NotYours)

        when:
        ownRecord.show(UUID.randomUUID())

        then:
        thrown(NotYours)
    }

    def "a proposal that comes twice is one, and there are at most ten open ones"() {
        given:
        def key = UuidCreator.timeOrderedEpoch

        expect:
        propose([POSITION: 'завуч'], null, key).name() == 'PROPOSED'
        propose([POSITION: 'завуч'], null, key).name() == 'PROPOSED'
        propose([POSITION: 'директор'], null, key).name() == 'KEY_OF_ANOTHER_REQUEST'
        answerCorrection.listOpen(chair()).size() == 1
        (2..10).every { propose(UNIT: "Кафедра $it".toString()).name() == 'PROPOSED' }
        propose(UNIT: 'Кафедра 11').name() == 'TOO_MANY_OPEN'
    }

    def "an open proposal goes with the member who moves"() {
        given:
        propose(POSITION: 'завуч')
        answerClaim.grant(chair(), ask(chair(otherPrimary)).requestId(), null)

        expect:
        answerCorrection.listOpen(chair()) == []
        answerCorrection.listOpen(chair(otherPrimary)).size() == 1
    }

    private Map<String, String> consents() {
        asSuperuser { it.rows("SELECT channel, state FROM consents.current WHERE person_id = ? AND purpose = 'MESSAGES'", [person]) }
                .collectEntries { [it.channel, it.state] }
    }

    private propose(Map<String, String> values, String note = null, UUID key = UuidCreator.timeOrderedEpoch) {
        ownRecord.propose(person, key, values.collectEntries { [CorrectedField.valueOf(it.key), it.value] }, note)
    }
}
