#!/bin/sh
# Signs a Windows program file in place, with a moment that stays true after the certificate ends.
# `package` calls it as its LEVELICA_SIGN_WINDOWS: sign.sh CERTIFICATE.p12 FILE; the password is in
# LEVELICA_CERTIFICATE_PASSWORD.
set -eu
osslsigncode sign -pkcs12 "$1" -readpass /dev/stdin -h sha256 -n Levelica -i https://github.com/levelica/levelica \
    -ts http://timestamp.digicert.com -in "$2" -out "$2.signed" <<END
$LEVELICA_CERTIFICATE_PASSWORD
END
mv -- "$2.signed" "$2"
