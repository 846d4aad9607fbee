// Eight float lanes in clang's vector types. No operation is fused and no library function is called, so that a lane holds the
// same bits whether the processor has registers of 128 or of 256 bits. Included after the form's target attribute is set.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF
#pragma clang diagnostic ignored "-Wpsabi"  // Vectors are passed between inlined functions only.

#define INLINE static inline __attribute__((always_inline, unused))

typedef float f32x8 __attribute__((vector_size(32)));
typedef float f32x4 __attribute__((vector_size(16)));
typedef int32_t i32x8 __attribute__((vector_size(32)));
typedef int32_t i32x4 __attribute__((vector_size(16)));
typedef int16_t i16x8 __attribute__((vector_size(16)));
typedef int8_t i8x8 __attribute__((vector_size(8)));

INLINE f32x8 load(const float *from) {
    f32x8 v;
    memcpy(&v, from, sizeof v);
    return v;
}

INLINE void store(float *to, f32x8 v) { memcpy(to, &v, sizeof v); }

INLINE f32x8 all(float x) { return (f32x8){x, x, x, x, x, x, x, x}; }

/// The sum of the lanes: ((0+4)+(2+6))+((1+5)+(3+7)).
INLINE float lane_sum(f32x8 v) {
    return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]));
}

INLINE f32x8 choose(i32x8 mask, f32x8 yes, f32x8 no) {
    return (f32x8)((mask & (i32x8)yes) | (~mask & (i32x8)no));
}

INLINE f32x8 larger(f32x8 a, f32x8 b) { return choose(a > b, a, b); }

INLINE f32x8 magnitude(f32x8 v) { return (f32x8)((i32x8)v & 0x7fffffff); }

INLINE float lane_max(f32x8 v) {
    float most = v[0];
    for (int i = 1; i < 8; i++) most = v[i] > most ? v[i] : most;
    return most;
}

/// 1.5 · 2^23: a float added to it is rounded to the nearest integer, ties to even, which then stands in its low bits.
#define ROUNDING 12582912.0f

/// e to the x, with Cephes' polynomial (expf.c); below e to the -87 it is that.
INLINE f32x8 exponential(f32x8 x) {
    x = larger(x, all(-87.0f));
    x = choose(x < all(88.0f), x, all(88.0f));
    f32x8 shifted = x * all(1.44269504088896341f) + all(ROUNDING);
    f32x8 n = shifted - all(ROUNDING);
    f32x8 r = x - n * all(0.693359375f);
    r = r - n * all(-2.12194440e-4f);
    f32x8 p = all(1.9875691500e-4f);
    p = p * r + all(1.3981999507e-3f);
    p = p * r + all(8.3334519073e-3f);
    p = p * r + all(4.1665795894e-2f);
    p = p * r + all(1.6666665459e-1f);
    p = p * r + all(5.0000001201e-1f);
    p = p * (r * r) + r + all(1.0f);
    return p * (f32x8)(((i32x8)shifted << 23) + (127 << 23));
}

/// The error function: Abramowitz and Stegun 7.1.26, off by less than 5e-7 in single precision.
INLINE f32x8 error_function(f32x8 x) {
    f32x8 a = magnitude(x);
    f32x8 t = all(1.0f) / (all(1.0f) + all(0.3275911f) * a);
    f32x8 p = all(1.061405429f);
    p = p * t + all(-1.453152027f);
    p = p * t + all(1.421413741f);
    p = p * t + all(-0.284496736f);
    p = p * t + all(0.254829592f);
    f32x8 y = all(1.0f) - p * t * exponential(-(a * a));
    return (f32x8)((i32x8)y | ((i32x8)x & (int32_t)0x80000000));
}
