// The arithmetic of a small encoder: 8-bit matrix products with exact 32-bit sums, and float32 in a fixed order.
// Every form gives the same bits on every processor. Nothing here allocates, and nothing is stored between calls.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// How the 8-bit products are computed; all forms give the same bits.
typedef enum {
    encoding_form_portable = 0,
    encoding_form_avx2 = 1,
    /// AVX-512 VNNI at 256 bits.
    encoding_form_vnni = 2,
} encoding_form;

/// A matrix of 8-bit weights, a scale and a bias for each of its rows: where each begins in the file.
typedef struct {
    size_t weight, scale, bias;
} encoding_linear;

/// A layer normalisation: where its factors and its bias begin in the file.
typedef struct {
    size_t weight, bias;
} encoding_norm;

/// One layer; queries, keys and values are the rows of one matrix.
typedef struct {
    encoding_linear qkv, attention, up, down;
    encoding_norm attention_norm, output_norm;
} encoding_layer;

/// The sizes of the encoder, and where the parts before the layers begin in the file.
typedef struct {
    /// `size` and `inner` are multiples of 32, `size / heads` of 16.
    size_t layers, heads, size, inner, story_layer;
    float epsilon;
    /// Words in blocks of 32 weights of 4 bits; float16 scale of each block; float32 positions.
    size_t words, word_scales, positions;
    encoding_norm norm;
} encoding_shape;

/// Whether this processor can compute the form.
int encoding_has_form(encoding_form form);

/// The bytes that `encoding_run` works in for so many tokens.
size_t encoding_scratch_size(const encoding_shape *shape, size_t count);

/// Computes the states of `count` tokens (at least one) after the last layer, `count × size` values, their mean, and the mean
/// after `story_layer` layers. `scratch` is aligned to 32 bytes; `file`, whose floats are aligned, has been checked against `shape`.
void encoding_run(encoding_form form, const uint8_t *file, const encoding_shape *shape, const encoding_layer *layers,
                  const uint32_t *tokens, size_t count, uint8_t *scratch, float *states, float *pooled, float *story);

/// The sum of products of two vectors: lane j of eight adds elements j, j + 8, …; then ((0+4)+(2+6))+((1+5)+(3+7)).
float encoding_dot(const float *left, const float *right, size_t count);

/// Adds a vector to another, element by element.
void encoding_add(float *sum, const float *vector, size_t count);

// The functions of the float part for one value, so that tests can hold them against a library's.
float encoding_exp(float x);
float encoding_erf(float x);
