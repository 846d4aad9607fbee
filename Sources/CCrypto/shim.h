// OpenSSL's libcrypto, for SHA-256 only: Debian's libcurl already needs it, so it costs no dependency.
#pragma once
// The functions below are deprecated in favour of EVP, which looks the algorithm up by name for each digest: that takes longer
// than to digest a title.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

/// Writes the digest of some bytes, 32 bytes.
static inline void demarche_sha256(const void *bytes, size_t count, unsigned char *digest) {
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, bytes, count);
    SHA256_Final(digest, &context);
}
