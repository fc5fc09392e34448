# Sendmail in the foreground.
mkdir -p /etc/mail /var/spool/mqueue /run/sendmail/mta
cat >/etc/mail/own.mc <<'CF'
include(`/usr/share/sendmail/cf/m4/cf.m4')
VERSIONID(`own')
OSTYPE(`debian')
define(`confDOMAIN_NAME', `mail.thaibinh.example')
define(`ALIAS_FILE', `/etc/mail/aliases')
define(`confCW_FILE', `-o /etc/mail/local-host-names')
define(`confDONT_BLAME_SENDMAIL', `GroupWritableDirPathSafe')
FEATURE(`promiscuous_relay')
FEATURE(`no_default_msa')
DAEMON_OPTIONS(`Name=MTA, Addr=127.0.0.1, Port=25')
MAILER(`local')
MAILER(`smtp')
CF
echo mail.thaibinh.example >/etc/mail/local-host-names
echo 'chuyen-tiep: rieng@unknown.example' >/etc/mail/aliases
m4 /etc/mail/own.mc >/etc/mail/sendmail.cf
ln -sf /usr/libexec/sendmail/sendmail /usr/sbin/sendmail
/usr/sbin/sendmail -bi
exec /usr/sbin/sendmail -bD -q1m -O DontBlameSendmail=groupwritabledirpathsafe
