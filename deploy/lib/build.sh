# Builds the server when its sources are newer than what is built.

build_if_needed() {
  if [ ! -e api/target/built ] \
    || [ -n "$(find pom.xml ./*/pom.xml ./*/src/main -name node_modules -prune -o -newer api/target/built -print -quit)" ]; then
    need_maven
    need_node
    echo "Собираю (первый раз это занимает несколько минут)…"
    mkdir -p api/target
    touch api/target/building
    mvn -q -B -ntp -DskipTests -Dquick package
    mv api/target/building api/target/built
  fi
}

class_path() { echo "$(echo api/target/api-*.jar):api/target/lib/*"; }
