// The layers as each form's file compiles them, and the room that they work in.
#pragma once
#include "CEncoding.h"

/// Where the steps of one call put their values; rows of tokens are padded to a multiple of 4, rows of keys to one of 16.
typedef struct {
    size_t count, rows, keys;
    float *x, *qkv, *mixed, *hidden, *transposed, *weights, *scales;
    int8_t *bytes;
    int32_t *sums;
} encoding_workspace;

typedef void encoding_layers(const uint8_t *file, const encoding_shape *shape, const encoding_layer *layers,
                             const uint32_t *tokens, const encoding_workspace *work, float *states, float *pooled,
                             float *story);

encoding_layers encoding_layers_portable;
#if defined(__x86_64__)
encoding_layers encoding_layers_avx2, encoding_layers_vnni;
#endif
