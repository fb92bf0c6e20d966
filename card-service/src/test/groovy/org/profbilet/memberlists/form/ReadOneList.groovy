package org.profbilet.memberlists.form

import groovy.transform.CompileStatic

/** Reads one file in a process of its own, so that its memory can be limited. */
@CompileStatic
class ReadOneList {
  static void main(String[] arguments) {
    ListReading reading = new ReadMemberList(Lists.CLOCK).read(new File(arguments[0]).bytes, Naming.NONE)
    if (reading instanceof ListReading.Read) {
      println(((ListReading.Read) reading).list().rows().size() + ' rows')
    } else {
      println(((ListReading.Refused) reading).reason().name())
    }
  }
}
