# Called by make.sh: file system over the real one, own loopback, own name; then the server inside.
set -euo pipefail
server=$1 work=$2 here=$3
mount -t tmpfs none "$work/over"
mkdir "$work/over"/{upper,work,root}
mount -t overlay overlay -o "lowerdir=/,upperdir=$work/over/upper,workdir=$work/over/work" "$work/over/root"
root=$work/over/root
for deb in "$work"/debs/*.deb; do dpkg --fsys-tarfile "$deb" | tar -x --keep-directory-symlink -C "$root"; done
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs none "$root/run"
mount -t tmpfs -o mode=1777 none "$root/tmp"
mkdir -p "$root$work/out" "$root$here" && mount --bind "$work/out" "$root$work/out" && mount --bind "$here" "$root$here"
hostname mail.thaibinh.example
ip link set lo up
# OpenSMTPD asks for addresses only where there is an interface other than the loopback's.
ip link add dummy0 type dummy && ip addr add 203.0.113.2/24 dev dummy0 && ip link set dummy0 up || ip addr add 203.0.113.2/32 dev lo
echo 'nameserver 127.0.0.1' >"$root/etc/resolv.conf"
printf '127.0.0.1 mail.thaibinh.example localhost\n' >"$root/etc/hosts"
echo 'hosts: files dns' >"$root/etc/nsswitch.conf"
printf 'passwd: files\ngroup: files\nshadow: files\n' >>"$root/etc/nsswitch.conf"
for name in postfix postdrop Debian-exim opensmtpd opensmtpq smmta smmsp dovecot dovenull vmail; do
  chroot "$root" useradd --system --user-group --home-dir /var/empty "$name" 2>/dev/null || true
done
chroot "$root" mkdir -p /var/empty /var/spool/postfix /var/spool/exim4/{db,input,msglog} /var/log/exim4 /var/lib/postfix
chroot "$root" chown -R Debian-exim: /var/spool/exim4 /var/log/exim4
chroot "$root" chown postfix: /var/lib/postfix
case $server in
  postfix | dovecot) chroot "$root" sh -c 'cp /usr/share/postfix/main.cf.debian /etc/postfix/main.cf; chgrp postdrop /usr/sbin/postqueue /usr/sbin/postdrop; chmod g+s /usr/sbin/postqueue /usr/sbin/postdrop' ;;
esac
chroot "$root" node "$here/run-one.mjs" "$server" "$work/out"
