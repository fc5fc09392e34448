# Postfix in the foreground, with nothing of Debian's configuration.
cp /usr/share/postfix/main.cf.dist /etc/postfix/main.cf 2>/dev/null || true
cat >/etc/postfix/main.cf <<CF
compatibility_level = 3.6
myhostname = mail.thaibinh.example
mydestination = mail.thaibinh.example
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
smtp_bind_address = 127.0.0.1
alias_maps = texthash:/etc/postfix/aliases
alias_database =
maillog_file = /dev/stdout
maillog_file_prefixes = /dev
local_recipient_maps =
smtp_tls_security_level = none
smtputf8_enable = no
CF
echo 'chuyen-tiep rieng@unknown.example' >/etc/postfix/aliases
sed -e 's/^\(\S*\s*\S*\s*\S*\s*\S*\s*\)y\b/\1n/' /usr/share/postfix/master.cf.dist >/etc/postfix/master.cf
sed -i -E 's/^((\S+\s+){4})y/\1n/; /^(smtps|submission)/d' /etc/postfix/master.cf
grep -q '^postlog' /etc/postfix/master.cf || echo 'postlog unix-dgram n - n - 1 postlogd' >>/etc/postfix/master.cf
exec /usr/sbin/postfix start-fg
