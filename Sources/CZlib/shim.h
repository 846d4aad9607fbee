// zlib, for bodies that came packed without anyone saying so: Debian's libcurl already needs it.
#pragma once
#include <zlib.h>

/// Begins to unpack gzip or zlib data; inflateInit2 is a macro, which Swift does not import.
static inline int demarche_inflate_begin(z_stream *stream) {
    return inflateInit2(stream, 15 + 32);
}
