# OpenSMTPD in the foreground.
cat >/etc/smtpd.own.conf <<'CF'
table aliases { "chuyen-tiep" = "rieng@unknown.example" }
listen on 127.0.0.1 port 25 hostname mail.thaibinh.example
action "local" maildir alias <aliases>
action "relay" relay helo mail.thaibinh.example
match from any for domain "mail.thaibinh.example" action "local"
match from any for any action "relay"
CF
echo mail.thaibinh.example >/etc/mailname
mkdir -p /var/spool/smtpd && chmod 711 /var/spool/smtpd
exec /usr/sbin/smtpd -d -f /etc/smtpd.own.conf
