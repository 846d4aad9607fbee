// What every processor has: products of 16 bits, added in pairs, for which compilers know one instruction (pmaddwd in SSE2).
#include "lanes.h"

INLINE i16x8 widened(const int8_t *from) {
    i8x8 bytes;
    memcpy(&bytes, from, sizeof bytes);
    return __builtin_convertvector(bytes, i16x8);
}

INLINE i32x4 pair_products(i16x8 a, i16x8 b) {
    i32x8 products = __builtin_convertvector(a, i32x8) * __builtin_convertvector(b, i32x8);
    return __builtin_shufflevector(products, products, 0, 2, 4, 6) + __builtin_shufflevector(products, products, 1, 3, 5, 7);
}

static void multiply_rows(const int8_t *weights, size_t columns, const int8_t *inputs, size_t tokens, int32_t *sums) {
    for (size_t token = 0; token < tokens; token += 2, inputs += 2 * columns, sums += 8) {
        i32x4 lanes[2][4] = {0};
        for (size_t i = 0; i < columns; i += 8) {
            i16x8 first = widened(inputs + i), second = widened(inputs + columns + i);
            for (int row = 0; row < 4; row++) {
                i16x8 w = widened(weights + row * columns + i);
                lanes[0][row] += pair_products(w, first);
                lanes[1][row] += pair_products(w, second);
            }
        }
        for (int sum = 0; sum < 8; sum++) {
            i32x4 v = lanes[sum / 4][sum % 4];
            sums[sum] = v[0] + v[1] + v[2] + v[3];
        }
    }
}

#define LAYERS encoding_layers_portable
#include "layers.h"
