# Dovecot behind Postfix: by LMTP for lmtp*.example and the server's own name, by dovecot-lda for lda*.example.
# Each user has a Sieve script of their own; `unknown` is no user, `quota` and `exit` are over the limit,
# which is told of `exit` by the command's exit code (-e), so that Postfix writes the report.
users='reject ereject khong quota discard exit vacation closed'
mkdir -p /etc/dovecot /srv/mail
for user in $users; do
  for way in lmtp lda; do mkdir -p "/srv/mail/$way$user.example"; done
done
for way in lmtp lda; do
  at=/srv/mail/$way
  echo 'require "reject"; reject "Mail from outside is not taken here.";' >"${at}reject.example/sieve"
  echo 'require "ereject"; ereject "Mail from outside is not taken here.";' >"${at}ereject.example/sieve"
  echo 'require "reject"; reject "Đơn vị không nhận văn bản qua hộp thư này.";' >"${at}khong.example/sieve"
  echo 'require "reject"; reject "Hộp thư đã ngừng sử dụng do sáp nhập đơn vị.";' >"${at}closed.example/sieve"
  echo 'discard;' >"${at}discard.example/sieve"
  echo 'require "vacation"; vacation "Phòng nghỉ lễ đến hết tuần.";' >"${at}vacation.example/sieve"
done
mkdir -p /srv/mail/mail.thaibinh.example
echo 'redirect "rieng@unknown.example";' >/srv/mail/mail.thaibinh.example/sieve
cat >/etc/dovecot/dovecot.conf <<CF
protocols = lmtp
log_path = /dev/stderr
ssl = no
first_valid_uid = 1
hostname = mail.thaibinh.example
postmaster_address = postmaster@mail.thaibinh.example
sendmail_path = /usr/sbin/sendmail
mail_location = maildir:/srv/mail/%d/maildir
mail_plugins = quota
plugin {
  quota = maildir:User quota
  sieve = file:/srv/mail/%d/sieve
}
passdb {
  driver = passwd-file
  args = username_format=%u /etc/dovecot/users
}
userdb {
  driver = passwd-file
  args = username_format=%u /etc/dovecot/users
  default_fields = uid=vmail gid=vmail home=/srv/mail/%d
}
service lmtp {
  unix_listener lmtp {
    mode = 0666
  }
}
service auth {
  unix_listener auth-userdb {
    mode = 0666
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
protocol lmtp {
  mail_plugins = quota sieve
}
protocol lda {
  mail_plugins = quota sieve
}
CF
for way in lmtp lda; do
  for user in $users; do
    echo "tb-01@$way$user.example:{PLAIN}x::::::$([[ $user == quota || $user == exit ]] && echo 'userdb_quota_rule=*:bytes=100')"
  done
done >/etc/dovecot/users
echo 'chuyen-tiep@mail.thaibinh.example:{PLAIN}x::::::' >>/etc/dovecot/users
chown -R vmail: /srv/mail
cat >/etc/postfix/main.cf <<CF
compatibility_level = 3.6
myhostname = mail.thaibinh.example
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
smtp_bind_address = 127.0.0.1
alias_maps =
maillog_file = /dev/stdout
maillog_file_prefixes = /dev
local_recipient_maps =
relay_recipient_maps =
relay_domains = example
transport_maps = regexp:/etc/postfix/transport
smtp_tls_security_level = none
smtputf8_enable = no
lda_destination_recipient_limit = 1
CF
cat >/etc/postfix/transport <<'CF'
/@(lmtp\w+|mail\.thaibinh)\.example$/ lmtp:unix:/run/dovecot/lmtp
/@ldaexit\.example$/ ldaexit:
/@lda\w+\.example$/ lda:
CF
sed -i -E 's/^((\S+\s+){4})y/\1n/; /^(smtps|submission)/d' /usr/share/postfix/master.cf.dist
cp /usr/share/postfix/master.cf.dist /etc/postfix/master.cf
grep -q '^postlog' /etc/postfix/master.cf || echo 'postlog unix-dgram n - n - 1 postlogd' >>/etc/postfix/master.cf
cat >>/etc/postfix/master.cf <<'CF'
lda unix - n n - - pipe
  user=vmail argv=/usr/lib/dovecot/dovecot-lda -f ${sender} -a ${recipient} -d ${recipient}
ldaexit unix - n n - - pipe
  user=vmail argv=/usr/lib/dovecot/dovecot-lda -e -f ${sender} -a ${recipient} -d ${recipient}
CF
dovecot -F &
exec /usr/sbin/postfix start-fg
