package org.profbilet.memberlists

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.sql.SQLException
import java.time.Duration
import org.profbilet.access.NotYours
import org.profbilet.memberlists.ApplyList.Choice
import org.profbilet.memberlists.form.Lists

/** A plan holds names and birth dates of a whole list: it is kept as long as it is of use. */
@MicronautTest(transactional = false)
class ForgetPlansSpec extends ListSpec {

  @Inject
  ForgetPlans forgetPlans

  def "whoever went into the register is in no plan any more"() {
    given:
    load(chair(), school())

    expect:
    rowsOf('memberlists.plan_row') == 52
    forgetPlans.forget() == 52
    rowsOf('memberlists.plan_row') == 0
    rowsOf('members.person') == 52
  }

  def "whoever was held back waits three days for the chair who mends the list"() {
    given:
    def chair = chair()
    def plan = plan(chair, Lists.stored('members-messy-60.xlsx'))
    applyList.apply(chair, plan.id(), Choice.validOnly())

    when:
    forgetPlans.forget()

    then:
    rows(chair, plan)*.outcome().every { it.isHeldBack() }
    rowsOf('memberlists.plan_row') == 14

    when:
    clock.advance(Duration.ofHours(72))
    forgetPlans.forget()

    then:
    rowsOf('memberlists.plan_row') == 0
  }

  def "a plan that nobody applied is there for three days less a second, and then is not"() {
    given:
    def chair = chair()
    def plan = plan(chair, school())

    when:
    clock.advance(Duration.ofHours(72).minusSeconds(1))

    then:
    forgetPlans.forget() == 0
    rows(chair, plan).size() == 52

    when:
    clock.advance(Duration.ofSeconds(1))

    then:
    forgetPlans.forget() == 52
    rowsOf('memberlists.plan') == 0

    when:
    applyList.apply(chair, plan.id(), Choice.everything())

    then:
    thrown(NotYours)
  }

  def "an applied plan still answers the same request, and knows its file again"() {
    given:
    def chair = chair()
    def plan = plan(chair, school())
    def applied = applyList.apply(chair, plan.id(), Choice.everything())
    clock.advance(Duration.ofDays(4))
    forgetPlans.forget()

    expect:
    applyList.apply(chair, plan.id(), Choice.everything()) == applied
    this.plan(chair, school()).sameFileAppliedAt() == clock.instant() - Duration.ofDays(4)
  }

  def "a second call finds nothing, and plans of all primaries are swept"() {
    given:
    plan(chair(), school())
    plan(chair(otherPrimary), olga())
    clock.advance(Duration.ofDays(3))

    expect:
    forgetPlans.forget() == 53
    forgetPlans.forget() == 0
  }

  def "the application itself may delete no row of a plan"() {
    given:
    plan(chair(), school())

    when:
    inTransaction { connection ->
      rowScope.primary(primary)
      connection.createStatement().execute('DELETE FROM memberlists.plan_row')
    }

    then:
    thrown(SQLException)
    rowsOf('memberlists.plan_row') == 52
  }
}
