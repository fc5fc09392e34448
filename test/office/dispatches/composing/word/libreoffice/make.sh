#!/bin/sh
# Makes the .docx files of this folder anew with the LibreOffice that is installed (libreoffice-writer-nogui).
set -eu
cd "$(dirname "$0")"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
version=$(soffice --version | sed -nE 's/^LibreOffice ([0-9]+\.[0-9]+\.[0-9]+).*/\1/p')
convert() {
  soffice "-env:UserInstallation=file://$out/profile" --headless --convert-to 'docx:MS Word 2007 XML' --outdir "$out" "$@"
}
convert ./*.fodt
convert '--infilter=HTML (StarWriter)' ./*.html
for file in "$out"/*.docx; do
  cp "$file" "$(basename "$file" .docx).libreoffice-$version.docx"
done
