#!/usr/bin/env bash
# How fast a public page is sent, beside nginx with the same bytes in the same run. Needs wrk and nginx (apt-get install wrk
# nginx-light) and a running server: ./insignia up --demo. Usage: bench/public-pages.sh URL [RUNS]
set -euo pipefail
url=${1:?usage: bench/public-pages.sh URL-OF-A-PUBLIC-PAGE [RUNS]}
runs=${2:-5}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
export LC_ALL=C
trap '[ -f "$work/nginx.pid" ] && kill "$(cat "$work/nginx.pid")" 2>/dev/null; rm -rf "$work"' EXIT

mkdir -p "$work/html" "$work/logs"
chmod 755 "$work" "$work/html"
curl -sf -H 'Accept: text/html' "$url" -o "$work/html/page.html"
cat >"$work/nginx.conf" <<CONF
worker_processes auto;
pid $work/nginx.pid;
error_log $work/logs/error.log;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; open_file_cache max=100;
  types { text/html html; }
  client_body_temp_path $work; proxy_temp_path $work; fastcgi_temp_path $work; uwsgi_temp_path $work; scgi_temp_path $work;
  server { listen 127.0.0.1:$port; root $work/html; add_header Cache-Control "public, max-age=30"; etag on; }
}
CONF
nginx -c "$work/nginx.conf"
sleep 0.5

rate() { wrk -t1 -c16 -d"$2"s -H 'Accept: text/html' "$1" | awk '/Requests\/sec/ {print $2} /Non-2xx/ {print "wrong answers" > "/dev/stderr"}'; }
median() { sort -n | awk '{a[NR]=$1} END {print a[int((NR+1)/2)]}'; }

echo "page of $(stat -c %s "$work/html/page.html") bytes, $runs runs of 5 s each, one generator thread, 16 connections, $(nproc) cores"
rate "$url" "${WARM:-20}" >/dev/null
for _ in $(seq "$runs"); do
  rate "http://127.0.0.1:$port/page.html" 5 >>"$work/nginx"
  rate "$url" 5 >>"$work/ours"
done
nginx_rate=$(median <"$work/nginx")
our_rate=$(median <"$work/ours")
echo "nginx    median $nginx_rate/s   ($(sort -n "$work/nginx" | paste -sd' '))"
echo "insignia median $our_rate/s   ($(sort -n "$work/ours" | paste -sd' '))"
awk -v a="$our_rate" -v b="$nginx_rate" 'BEGIN {printf "ratio    %.2f of nginx\n", a / b}'
half=$(awk -v a="$our_rate" 'BEGIN {print int(a / 2)}')
echo "at $half/s, half of our rate, each answer counted from when it was to be asked:"
for page in "http://127.0.0.1:$port/page.html" "$url"; do
  echo "  $page"
  "${JAVA_HOME:?}/bin/java" -Xmx256m -cp "$root/bench/target/classes" org.insignia.bench.pages.OpenLoad "$half" 15 16 "$page"
done
