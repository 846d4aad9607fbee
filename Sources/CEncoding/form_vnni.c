// AVX-512 VNNI at 256 bits: (input + 128) · weight straight into 32 bits, less 128 times the sum of the row's weights.
#if defined(__x86_64__)
#include <immintrin.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang attribute push(__attribute__((target("avx2,avx512f,avx512bw,avx512vl,avx512vnni"))), apply_to = function)

#include "lane_sums.h"

static void multiply_rows(const int8_t *weights, size_t columns, const int8_t *inputs, size_t tokens, int32_t *sums) {
    const __m256i offset = _mm256_set1_epi8((char)128);
    __m256i surplus[4] = {0};
    for (size_t i = 0; i < columns; i += 32)
        for (int row = 0; row < 4; row++) {
            __m256i w = _mm256_loadu_si256((const __m256i *)(weights + row * columns + i));
            surplus[row] = _mm256_dpbusd_epi32(surplus[row], offset, w);
        }
    for (size_t token = 0; token < tokens; token += 4, inputs += 4 * columns, sums += 16) {
        __m256i lanes[4][4] = {0};
        for (size_t i = 0; i < columns; i += 32) {
            __m256i w[4];
            for (int row = 0; row < 4; row++)
                w[row] = _mm256_loadu_si256((const __m256i *)(weights + row * columns + i));
            for (int t = 0; t < 4; t++) {
                __m256i x = _mm256_loadu_si256((const __m256i *)(inputs + t * columns + i));
                x = _mm256_xor_si256(x, offset);
                for (int row = 0; row < 4; row++) lanes[t][row] = _mm256_dpbusd_epi32(lanes[t][row], x, w[row]);
            }
        }
        for (int t = 0; t < 4; t++)
            _mm_storeu_si128((__m128i *)(sums + 4 * t), _mm_sub_epi32(sums_of(lanes[t]), sums_of(surplus)));
    }
}

#define LAYERS encoding_layers_vnni
#include "layers.h"

#pragma clang attribute pop
#endif
