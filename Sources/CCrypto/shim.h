// OpenSSL's libcrypto, for SHA-256 only: Debian's libcurl already needs it, so it costs no dependency.
#pragma once
#include <openssl/sha.h>
