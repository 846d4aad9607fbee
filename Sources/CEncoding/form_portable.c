// Plain C: what the other forms must equal.
#include <stddef.h>
#include <stdint.h>

static void multiply_rows(const int8_t *weights, size_t columns, const int8_t *inputs, size_t tokens, int32_t *sums) {
    for (size_t token = 0; token < tokens; token++, inputs += columns)
        for (size_t row = 0; row < 4; row++) {
            const int8_t *w = weights + row * columns;
            int32_t sum = 0;
            for (size_t i = 0; i < columns; i++) sum += (int16_t)w[i] * (int16_t)inputs[i];
            *sums++ = sum;
        }
}

#define LAYERS encoding_layers_portable
#include "layers.h"
