// For the forms with registers of 256 bits; included after their target attribute is set.
#pragma once
#include <immintrin.h>

/// The sums of four registers' lanes, side by side.
static inline __m128i sums_of(const __m256i *lanes) {
    __m256i pairs = _mm256_hadd_epi32(_mm256_hadd_epi32(lanes[0], lanes[1]), _mm256_hadd_epi32(lanes[2], lanes[3]));
    return _mm_add_epi32(_mm256_castsi256_si128(pairs), _mm256_extracti128_si256(pairs, 1));
}
