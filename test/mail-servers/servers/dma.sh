# DragonFly Mail Agent has no daemon: its queue is run again and again.
mkdir -p /etc/dma /var/spool/dma && chown root:mail /var/spool/dma && chmod 2775 /var/spool/dma
printf 'MAILNAME mail.thaibinh.example\n' >/etc/dma/dma.conf
: >/etc/dma/auth.conf
while sleep 5; do /usr/sbin/dma -q; done
