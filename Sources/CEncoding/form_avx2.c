// AVX2: |input| · (weight with the input's sign) in pairs of 16 bits, which cannot saturate: 2 · 127 · 127 = 32,258.
#if defined(__x86_64__)
#include <immintrin.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)

#include "lane_sums.h"

static void multiply_rows(const int8_t *weights, size_t columns, const int8_t *inputs, size_t tokens, int32_t *sums) {
    const __m256i ones = _mm256_set1_epi16(1);
    for (size_t token = 0; token < tokens; token += 2, inputs += 2 * columns, sums += 8) {
        __m256i lanes[2][4] = {0};
        for (size_t i = 0; i < columns; i += 32) {
            __m256i x[2], magnitude[2];
            for (int t = 0; t < 2; t++) {
                x[t] = _mm256_loadu_si256((const __m256i *)(inputs + t * columns + i));
                magnitude[t] = _mm256_abs_epi8(x[t]);
            }
            for (int row = 0; row < 4; row++) {
                __m256i w = _mm256_loadu_si256((const __m256i *)(weights + row * columns + i));
                for (int t = 0; t < 2; t++) {
                    __m256i pairs = _mm256_maddubs_epi16(magnitude[t], _mm256_sign_epi8(w, x[t]));
                    lanes[t][row] = _mm256_add_epi32(lanes[t][row], _mm256_madd_epi16(pairs, ones));
                }
            }
        }
        _mm_storeu_si128((__m128i *)sums, sums_of(lanes[0]));
        _mm_storeu_si128((__m128i *)(sums + 4), sums_of(lanes[1]));
    }
}

#define LAYERS encoding_layers_avx2
#include "layers.h"

#pragma clang attribute pop
#endif
