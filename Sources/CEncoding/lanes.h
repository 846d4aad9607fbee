// Eight float lanes in clang's vector types. No operation is fused and no library function is called, so that a lane holds the
// same bits whether the processor has registers of 128 or of 256 bits. Included after the form's target attribute is set.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF
#pragma clang diagnostic ignored "-Wpsabi"  // Vectors are passed between inlined functions only.

#define INLINE static inline __attribute__((always_inline, unused))

typedef float float8 __attribute__((vector_size(32)));
typedef int32_t int8x32 __attribute__((vector_size(32)));  // Eight lanes of 32 bits.
typedef float float4 __attribute__((vector_size(16)));
typedef int32_t int4x32 __attribute__((vector_size(16)));
typedef int8_t int8x8 __attribute__((vector_size(8)));

INLINE float8 load(const float *from) {
    float8 v;
    memcpy(&v, from, sizeof v);
    return v;
}

INLINE void store(float *to, float8 v) { memcpy(to, &v, sizeof v); }

INLINE float8 all(float x) { return (float8){x, x, x, x, x, x, x, x}; }

/// The sum of the lanes: ((0+4)+(2+6))+((1+5)+(3+7)).
INLINE float lane_sum(float8 v) {
    return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]));
}

INLINE float8 choose(int8x32 mask, float8 yes, float8 no) {
    return (float8)((mask & (int8x32)yes) | (~mask & (int8x32)no));
}

INLINE float8 larger(float8 a, float8 b) { return choose(a > b, a, b); }

INLINE float8 magnitude(float8 v) { return (float8)((int8x32)v & 0x7fffffff); }

INLINE float lane_max(float8 v) {
    float most = v[0];
    for (int i = 1; i < 8; i++) most = v[i] > most ? v[i] : most;
    return most;
}

/// 1.5 · 2^23: a float added to it is rounded to the nearest integer, ties to even, which then stands in its low bits.
#define ROUNDING 12582912.0f

/// e to the x, with Cephes' polynomial (expf.c); below e to the -87 it is that.
INLINE float8 exponential(float8 x) {
    x = larger(x, all(-87.0f));
    x = choose(x < all(88.0f), x, all(88.0f));
    float8 shifted = x * all(1.44269504088896341f) + all(ROUNDING);
    float8 n = shifted - all(ROUNDING);
    float8 r = x - n * all(0.693359375f);
    r = r - n * all(-2.12194440e-4f);
    float8 p = all(1.9875691500e-4f);
    p = p * r + all(1.3981999507e-3f);
    p = p * r + all(8.3334519073e-3f);
    p = p * r + all(4.1665795894e-2f);
    p = p * r + all(1.6666665459e-1f);
    p = p * r + all(5.0000001201e-1f);
    p = p * (r * r) + r + all(1.0f);
    return p * (float8)(((int8x32)shifted << 23) + (127 << 23));
}

/// The error function: Abramowitz and Stegun 7.1.26, off by less than 5e-7 in single precision.
INLINE float8 error_function(float8 x) {
    float8 a = magnitude(x);
    float8 t = all(1.0f) / (all(1.0f) + all(0.3275911f) * a);
    float8 p = all(1.061405429f);
    p = p * t + all(-1.453152027f);
    p = p * t + all(1.421413741f);
    p = p * t + all(-0.284496736f);
    p = p * t + all(0.254829592f);
    float8 y = all(1.0f) - p * t * exponential(-(a * a));
    return (float8)((int8x32)y | ((int8x32)x & (int32_t)0x80000000));
}
