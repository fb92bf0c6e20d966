#!/usr/bin/env bash
# Called by deploy/drill/postfix inside a mount namespace of its own: puts Postfix into a throw-away copy of the
# system and runs it until it is ended. Files in $1/control: `down` stops the server, its removal starts it.
set -euo pipefail
source "$(dirname "$0")/throw-away.sh"
port=$2

throw_away "$1" postfix
mount --bind "$work/mail" "$work/root/mnt"

cat >"$work/root/etc/postfix/main.cf" <<CONF
compatibility_level = 3.6
myhostname = mail.bilet.example
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mydestination =
alias_maps =
alias_database =
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_discard_ehlo_keywords =
maillog_file = /var/log/postfix.log
maillog_file_prefixes = /var
bounce_queue_lifetime = 0
# two domains of our own, and one whose server, another port, knows nobody
virtual_mailbox_domains = bilet.example, good.example
virtual_mailbox_base = /mnt
virtual_mailbox_maps = regexp:{{/@bilet\\.example\$\$/ bounces/}, {/@good\\.example\$\$/ good/}}
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
transport_maps = inline:{gone.example=smtp:[127.0.0.1]:$((port + 1))}
relay_domains = gone.example
CONF
sed -i "s/^smtp  *inet.*/127.0.0.1:$port inet n - n - - smtpd/" "$work/root/etc/postfix/master.cf"
cat >>"$work/root/etc/postfix/master.cf" <<CONF
127.0.0.1:$((port + 1)) inet n - n - - smtpd
  -o { smtpd_recipient_restrictions = check_recipient_access static:{550 5.1.1 no such user here} }
CONF
# Debian's services run in a jail that would need copies of libraries; here the whole system is one
sed -i -E 's/^([a-z].*(unix|inet|fifo) +[^ ]+ +[^ ]+ +)y /\1n /' "$work/root/etc/postfix/master.cf"

inside postfix start
trap 'inside postfix stop || true' EXIT
trap 'exit 0' TERM INT
touch "$work/control/up"
while :; do
  if [ -e "$work/control/down" ] && [ -e "$work/control/up" ]; then
    inside postfix stop
    rm "$work/control/up"
  elif [ ! -e "$work/control/down" ] && [ ! -e "$work/control/up" ]; then
    inside postfix start
    touch "$work/control/up"
  fi
  sleep 0.2
done
