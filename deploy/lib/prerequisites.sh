# What the two commands need; each says what to do when it is missing.

# the Java that Maven takes is the one that runs
[ -z "${JAVA_HOME:-}" ] || PATH=$JAVA_HOME/bin:$PATH

need() { # command, what it is, the Debian package
  command -v "$1" >/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Ставлю $2: apt-get install $3"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $3 >/dev/null
  else
    echo "Не хватает: $2. Установите: sudo apt-get install $3" >&2
    exit 1
  fi
}

java_version() { # as 17 or 25
  java -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.specification.version = //p'
}

need_java() {
  need java "Java 17 или новее" openjdk-17-jdk-headless
  local version
  version=$(java_version)
  if [ "${version%%.*}" -lt 17 ]; then
    echo "Нужна Java 17 или новее, найдена $version. Установите: sudo apt-get install openjdk-17-jdk-headless" >&2
    exit 1
  fi
}

need_maven() { need mvn "Maven 3.8 или новее" maven; }

need_node() {
  need node "Node 20 или новее" nodejs
  need npm "npm" npm
  if [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
    echo "Нужен Node 20 или новее, найден $(node -v)." >&2
    exit 1
  fi
}
