# Sourced by drills inside a mount namespace of their own: a throw-away copy of this system with packages of Debian
# in it. What is installed or written there is gone with the drill; the machine itself is not changed.

inside() { chroot "$work/root" "$@"; }

throw_away() { # directory, packages
  work=$1
  shift
  mount --make-rprivate /
  mkdir "$work/over"
  mount -t tmpfs tmpfs "$work/over"
  mkdir "$work/over/up" "$work/over/work" "$work/root"
  mount -t overlay overlay -o "lowerdir=/,upperdir=$work/over/up,workdir=$work/over/work" "$work/root"
  mount --bind /dev "$work/root/dev"
  mount -t proc proc "$work/root/proc"
  printf '#!/bin/sh\nexit 101\n' >"$work/root/usr/sbin/policy-rc.d"
  chmod +x "$work/root/usr/sbin/policy-rc.d"
  inside env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
}
