# Exim in the foreground, with a configuration of its own.
mkdir -p /etc/exim4
cat >/etc/exim4/exim4.conf <<'CF'
primary_hostname = mail.thaibinh.example
domainlist local_domains = mail.thaibinh.example
daemon_smtp_ports = 25
local_interfaces = 127.0.0.1
tls_advertise_hosts =
dsn_advertise_hosts = *
acl_smtp_rcpt = accept
acl_smtp_data = accept
disable_ipv6
queue_run_max = 5
begin routers
dnslookup:
  driver = dnslookup
  domains = ! +local_domains
  transport = remote
  ignore_target_hosts = 255.255.255.255
  no_more
aliases:
  driver = redirect
  data = ${if eq{$local_part}{chuyen-tiep}{rieng@unknown.example}{}}
begin transports
remote:
  driver = smtp
  allow_localhost
  hosts_try_fastopen =
begin retry
* * F,2h,15m
CF
chown root:root /etc/exim4/exim4.conf
exec /usr/sbin/exim4 -bdf -q1m
